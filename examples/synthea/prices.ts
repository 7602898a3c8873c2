import type { Line } from './requests.ts';

/**
 * What a service costs by the tenant's own list: the middle of what was charged for it, in minor units. A service that
 * never cost anything has no price.
 */
export function standardPrices(lines: readonly Line[]): Map<string, number> {
  const prices = new Map<string, number>();
  const charged = Map.groupBy(
    lines.filter(({ unitPrice }) => unitPrice > 0),
    ({ service }) => service,
  );
  for (const [service, those] of charged) {
    const inOrder = those.map(({ unitPrice }) => unitPrice).sort((a, b) => a - b);
    prices.set(service, inOrder[Math.floor((inOrder.length - 1) / 2)] ?? 0);
  }
  return prices;
}
