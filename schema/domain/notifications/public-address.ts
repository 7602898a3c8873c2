/**
 * Whether an address can be of a public push service: `https`, its usual port, a name with a dot and no literal number. Where
 * private networks are, the runtime refuses to go as well.
 */
export function isPublicAddress(text: string): boolean {
  const host = /^https:\/\/([a-z0-9.-]+)(?::443)?(?:[/?#]|$)/i.exec(text)?.[1]?.toLowerCase() ?? '';
  if (!/^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/.test(host)) return false;
  return !/\.(?:local|localhost|internal|lan|home|arpa)$/.test(host);
}
