/** What began it: the database's own words, below those of whoever asked it. */
function rootOf(fault: Error): Error {
  let root = fault;
  while (root.cause instanceof Error) root = root.cause;
  return root;
}

/** Where it was, without the words above it. */
const framesOf = (fault: Error): string[] =>
  (fault.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim())
    .slice(0, 20);

/**
 * Writes down what failed, for whoever runs the product: what it was and where. Never the fault as it is: one of a query
 * repeats the query's values, and those are names, birth dates and e-mail addresses.
 */
export function logFault(fault: Error): void {
  const { name, message } = rootOf(fault);
  console.error(
    JSON.stringify({ level: 'error', what: 'a request failed', name, message, at: framesOf(fault) }),
  );
}
