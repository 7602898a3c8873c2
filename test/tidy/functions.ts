import { child, children, lineAt, type Node, type Source, textOf, walk } from './sources.ts';

/** One function: where it is and how long. */
export interface FunctionLength {
  readonly place: string;
  readonly name: string;
  readonly lines: number;
}

const kinds = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);

/** The functions of a source. In tests, what `describe` is given is a list of tests and no function to be read whole. */
export function functionsOf(source: Source): FunctionLength[] {
  const lists = new Set<Node>();
  const found: FunctionLength[] = [];
  for (const node of walk(source.program)) {
    if (node.type === 'CallExpression' && /^describe\b/.test(source.text.slice(node.start, node.end))) {
      for (const argument of children(node, 'arguments')) lists.add(argument);
    }
    if (!kinds.has(node.type) || lists.has(node)) continue;
    const line = lineAt(source, node.start);
    const lines = source.text.slice(node.start, node.end).split('\n').length;
    found.push({ place: `${source.path}:${line}`, name: textOf(child(node, 'id'), 'name'), lines });
  }
  return found;
}

/** The number at a share of a list in order, e.g. 0.5 for the median. */
export function quantile(numbers: readonly number[], share: number): number {
  const inOrder = [...numbers].sort((a, b) => a - b);
  return inOrder[Math.min(inOrder.length - 1, Math.floor(share * inOrder.length))] ?? 0;
}
