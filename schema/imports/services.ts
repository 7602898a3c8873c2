import { parseMoney } from '../domain/money.ts';
import type { FieldError } from '../domain/refusal.ts';
import { type PutService, putServiceForm } from '../forms/put-service.ts';
import { fieldOf, type ImportColumn } from './columns.ts';
import { type Cells, errorsOf, given, type ReadingFacts, type RowReader } from './reader.ts';

const columns: readonly ImportColumn[] = [
  {
    name: 'external_id',
    means: 'Your own id of the service. It is how the row finds the service again.',
    example: 'CON-001',
    required: true,
  },
  { name: 'code', means: 'The code that claims name it by. Empty: the external id.', example: 'CON-001' },
  { name: 'name', means: 'What it is called.', example: 'General consultation', required: true },
  {
    name: 'group',
    means: 'The code of its group; benefits are given for groups.',
    example: 'consultation',
    required: true,
  },
  { name: 'unit', means: 'each, day, case or package. Empty: each.', example: 'each' },
  { name: 'price', means: 'The standard price with two decimals. Empty: none.', example: '7500.00' },
  { name: 'active', means: 'yes or no. Empty: yes.', example: 'yes' },
  { name: 'sex', means: 'female or male, where it makes sense for one only.', example: '' },
  { name: 'age_from', means: 'The youngest age in whole years it makes sense for.', example: '' },
  { name: 'age_to', means: 'The oldest age in whole years, that age included.', example: '' },
  {
    name: 'min_interval_days',
    means: 'Days that must lie between two dates of it for one person.',
    example: '',
  },
  { name: 'consultation_level', means: 'Of a consultation: 1 (lowest) to 5.', example: '1' },
  { name: 'parts', means: 'Of a package: the codes it holds, with a space between them.', example: '' },
];

const yes = new Set(['yes', 'y', 'true', '1']);
const no = new Set(['no', 'n', 'false', '0']);

/** Text that is no whole number stays text, so that the form says what is wrong with it. */
const whole = (text: string | undefined) =>
  text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : text;

function priceOf(cells: Cells, errors: FieldError[]): number | undefined {
  const text = given(cells.price);
  if (text === undefined) return undefined;
  const price = parseMoney(text);
  if (price !== null) return price;
  errors.push({ field: 'price', message: `Write the price as a number such as 7500.00; “${text}” is none.` });
  return undefined;
}

function activeOf(cells: Cells, errors: FieldError[]): boolean {
  const text = given(cells.active)?.toLowerCase() ?? 'yes';
  if (!yes.has(text) && !no.has(text)) errors.push({ field: 'active', message: 'Write yes or no.' });
  return !no.has(text);
}

/** The form's input as the cells have it. */
function inputOf(cells: Cells, { currency }: ReadingFacts, errors: FieldError[]) {
  const price = priceOf(cells, errors);
  return {
    externalId: cells.external_id ?? '',
    code: given(cells.code),
    name: cells.name ?? '',
    group: cells.group ?? '',
    unit: given(cells.unit?.toLowerCase()),
    price,
    currency: price === undefined ? undefined : currency,
    active: activeOf(cells, errors),
    sex: given(cells.sex?.toLowerCase()),
    ageFrom: whole(given(cells.age_from)),
    ageTo: whole(given(cells.age_to)),
    minIntervalDays: whole(given(cells.min_interval_days)),
    consultationLevel: whole(given(cells.consultation_level)),
    parts: given(cells.parts)?.split(/[\s|]+/),
  };
}

const byField = new Map(columns.map((column) => [fieldOf(column), column.name]));

/** The fields that the file has no column for. */
function absentFrom(cells: Cells): (keyof PutService)[] {
  const fields = Object.keys(putServiceForm.shape).filter((field): field is keyof PutService => {
    const column = byField.get(field);
    return column !== undefined && cells[column] === undefined;
  });
  return cells.price === undefined ? [...fields, 'currency'] : fields;
}

/** Rows of services: each is a `PutService`. */
export const serviceReader: RowReader = {
  columns,
  read: (cells, facts) => {
    const errors: FieldError[] = [];
    const parsed = putServiceForm.safeParse(inputOf(cells, facts, errors));
    if (!parsed.success) return { errors: [...errors, ...errorsOf(parsed.error)] };
    if (errors.length > 0) return { errors };
    const { code = parsed.data.externalId, parts = [] } = parsed.data;
    return {
      work: { kind: 'services', input: parsed.data, absent: absentFrom(cells) },
      key: code,
      after: parts,
    };
  },
};
