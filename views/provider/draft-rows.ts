/** Where the script puts the number of a row that it adds. */
export const newRow = '__i__';

/** The name of a field in a row that is entered: `lines.2.quantity`. */
export const rowField = (list: 'lines' | 'diagnoses', row: number | typeof newRow, part: string) => ({
  name: `${list}.${row}.${part}`,
  id: `f-${list}-${row}-${part}`,
});
