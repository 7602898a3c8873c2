/** An amount in minor units (kobo for NGN): always a safe integer, never a float. */
export type Minor = number;

const SYMBOLS: Readonly<Record<string, string>> = { NGN: '₦', USD: '$', EUR: '€', GBP: '£' };

/** Whether a value can be an amount of money: a safe integer of minor units, not negative. */
export function isAmount(value: unknown): value is Minor {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

/** The exact sum. Throws a RangeError beyond 2^53 − 1, which no form lets through. */
export function sum(amounts: Iterable<Minor>): Minor {
  let total = 0;
  for (const amount of amounts) total += amount;
  if (!Number.isSafeInteger(total)) throw new RangeError('amounts exceed 2^53 − 1 minor units');
  return total;
}

/** `percent` (0–100, whole) of an amount, half up (spec/README.md, Words). */
export function percentOf(amount: Minor, percent: number): Minor {
  return Math.floor((amount * percent + 50) / 100);
}

/** `1234550` → `12,345.50`; with `symbol` → `₦ 12,345.50`. Written by hand: `toLocaleString` cost five times as much. */
export function formatMoney(minor: Minor, currency: string, opts?: { symbol?: boolean }): string {
  const digits = Math.abs(minor).toString().padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  const text = `${minor < 0 ? '−' : ''}${whole}.${digits.slice(-2)}`;
  return opts?.symbol ? `${SYMBOLS[currency] ?? currency} ${text}` : text;
}

/** Reads `12,345.50`, `₦12345.5` or `12345` as minor units; null when it is not an amount. */
export function parseMoney(text: string): Minor | null {
  const cleaned = text.replace(/[\s,₦$€£]/g, '');
  const match = /^(\d{1,13})(?:\.(\d{1,2}))?$/.exec(cleaned);
  if (!match) return null;
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}
