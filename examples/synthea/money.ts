/**
 * A decimal amount as minor units: `77.49` is 7749. Read digit by digit, because `77.49 * 100` is 7748.999… in floating point.
 * Throws on anything that is not an amount of at most two decimals: better no claim than a wrong one.
 */
export function minorUnits(amount: string): number {
  const found = /^(\d+)(?:\.(\d{1,2}))?$/.exec(amount);
  if (!found) throw new Error(`Not an amount with at most two decimals: ${JSON.stringify(amount)}`);
  const [, whole = '', part = ''] = found;
  return Number(whole) * 100 + Number(part.padEnd(2, '0'));
}

/** Quantity and unit price whose product is exactly the amount: Synthea's units where they divide it, else once the amount. */
export function quantityAndPrice(amount: string, units: string): { quantity: number; unitPrice: number } {
  const total = minorUnits(amount);
  const quantity = /^[1-9]\d*$/.test(units) ? Number(units) : 1;
  return total % quantity === 0
    ? { quantity, unitPrice: total / quantity }
    : { quantity: 1, unitPrice: total };
}
