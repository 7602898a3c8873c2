/** Something that should not happen, for whoever runs the product: what and why, never whose. */
export function report(what: string, error: unknown): void {
  const { name, message } = error instanceof Error ? error : { name: 'error', message: String(error) };
  console.error(JSON.stringify({ level: 'error', what, name, message }));
}
