/** What telephone numbers are compared by: the last ten digits, so that `+234 803 555 0142` and `0803-555-0142` are one. */
export function phoneKey(text: string): string | null {
  const digits = text.replaceAll(/\D/g, '').replace(/^0+/, '').slice(-10);
  return digits === '' ? null : digits;
}
