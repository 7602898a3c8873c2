import { z } from 'zod';
import { importKinds, rowOutcomes } from '../domain/imports/import.ts';
import { momentView, pageOf, wholeNumber } from './parts.ts';

const count = z.int().min(0);
const counts = (means: string) =>
  z
    .strictObject({ created: count, changed: count, unchanged: count, refused: count })
    .meta({ description: means });

/** An import as the API shows it. */
export const importView = z
  .strictObject({
    id: z.string(),
    address: z.string().meta({ description: 'where it is followed' }),
    kind: z.enum(importKinds),
    state: z.enum(['UPLOADED', 'CHECKING', 'CHECKED', 'APPLYING', 'DONE', 'DISCARDED']).meta({
      description: 'CHECKED waits for a commit; DONE and DISCARDED are the ends',
    }),
    fileName: z.string(),
    rows: count.meta({ description: 'rows of the file that are not empty' }),
    rowsDone: count.meta({ description: 'of those, so many are checked or applied in the present state' }),
    checked: counts('what the rows would do, as far as they are checked'),
    applied: counts('what the rows have done, as far as they are applied'),
    plans: z
      .record(z.string(), count)
      .meta({ description: 'of enrollees that are created or changed: how many on which plan' }),
    uploadedAt: momentView,
    committedAt: momentView.nullable(),
    finishedAt: momentView.nullable(),
  })
  .meta({ id: 'Import', description: 'A file on its way into the records.' });

/** A row of an import as the API shows it. */
const importRowView = z
  .strictObject({
    line: z.int().min(1).meta({ description: 'line of the file that the row begins on' }),
    outcome: z.enum(rowOutcomes),
    reasons: z
      .array(
        z.strictObject({
          column: z.string().meta({ description: 'the heading; empty where no single one is to blame' }),
          message: z.string(),
        }),
      )
      .meta({ description: 'of a refused row: what is wrong and what to do' }),
    result: z.string().nullable().meta({ description: 'once applied: the member id, the code' }),
    cells: z.array(z.string()).meta({ description: 'the row as it stood' }),
  })
  .meta({ id: 'ImportRow', description: 'What becomes of one row.' });

/** A page of rows. */
export const importRowPage = pageOf(importRowView).meta({
  id: 'ImportRowPage',
  description: 'A page of rows.',
});

/** Which rows are asked for. */
export const importRowsQuestion = z.strictObject({
  outcome: z.enum(rowOutcomes, `Send one of ${rowOutcomes.join(', ')}.`).optional(),
  cursor: z
    .string()
    .regex(/^\d{1,5}$/, 'Send `next` of the page before as it is.')
    .optional()
    .meta({ description: '`next` of the page before' }),
  limit: wholeNumber(1, 500).default(100),
});
