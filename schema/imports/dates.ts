const dayFirst = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;
/** Spreadsheets write a time behind a date that has none. */
const midnight = /[T ]00:00(:00)?$/;

/** A date as people and spreadsheets write it, the day before the month, as year-month-day; anything else as it stands. */
export function isoDate(text: string | undefined): string | undefined {
  const bare = text?.replace(midnight, '');
  const match = dayFirst.exec(bare ?? '');
  if (!match) return bare;
  const [, day = '', month = '', year = ''] = match;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
