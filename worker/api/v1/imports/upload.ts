import { z } from 'zod';
import { importView } from '../../../../schema/api/import-views.ts';
import {
  type ImportKind,
  import_bytes_max,
  importPermission,
} from '../../../../schema/domain/imports/import.ts';
import { isRefusal, refuse } from '../../../../schema/domain/refusal.ts';
import { paths, patterns } from '../../../../views/paths.ts';
import { stage } from '../../../imports/stage.ts';
import { importById } from '../../../queries/imports.ts';
import { tenantSettings } from '../../../queries/tenant-settings.ts';
import { none, operation } from '../../operation.ts';
import { importDatabase } from './import-at.ts';
import { exampleImport, viewOfImport } from './view-of-import.ts';

const uploadQuestion = z.strictObject({
  dry_run: z.enum(['true', 'false'], 'Send true or false.').optional().meta({
    description: 'true: the rows are checked only; commit the import once you have seen what they would do',
  }),
  fileName: z.string().max(200).optional().meta({ description: 'what the file is called' }),
});

/** The bytes of a file; a text where an example shows one. */
const csvBody = z.custom<Uint8Array | string>(
  (value) => value instanceof Uint8Array || typeof value === 'string',
);

/** What a file can be sent of without naming anything else. */
type Plain = Exclude<ImportKind, 'tariff'>;

const examples: Readonly<Record<Plain, string>> = {
  enrollees:
    'action,date,external_id,first_name,last_name,birth_date,sex,plan\nADD,2026-12-01,DNG-10442,Ada,Obi,1990-05-17,female,GOLD\n',
  services: 'external_id,name,group,price\nCON-001,General consultation,consultation,7500.00\n',
};

/** Takes a file of one kind. */
function upload(kind: Plain, named: { id: string; path: string; area: 'Enrollees' | 'Services' }) {
  return operation({
    ...named,
    method: 'POST',
    summary: `Import ${kind}`,
    description: `Takes a CSV file of up to 10 MB and 20,000 rows: with commas, semicolons or tabs, in UTF-8 or UTF-16. Every row is checked, then the good ones are applied; refused rows are left out and can be read with their reasons. Follow the import at its address. Importing the same file twice changes nothing. The staff's portal has the template and says what each column means.`,
    scopes: { tenant: importPermission[kind] },
    params: none,
    query: uploadQuestion,
    takes: 'csv',
    body: csvBody,
    answers: {
      202: {
        means: 'The file has arrived and is being checked.',
        form: importView,
        headers: { Location: 'where it is followed' },
      },
    },
    refusals: ['idempotency-key-reused'],
    example: {
      query: { dry_run: 'true', fileName: exampleImport.fileName },
      body: examples[kind],
      status: 202,
      answer: {
        ...exampleImport,
        kind,
        state: 'CHECKING',
        rowsDone: 0,
        checked: exampleImport.applied,
        plans: {},
      },
    },
    async handle({ c, query, body, commandId }) {
      const db = importDatabase(c);
      const settings = await tenantSettings(db);
      const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
      if (bytes.length > import_bytes_max)
        return refuse('invalid', 'The file is larger than 10 MB. Part it and send one after the other.');
      const staged = await stage(c, commandId, {
        kind,
        target: null,
        fileName: query.fileName ?? '',
        bytes,
        commits: query.dry_run !== 'true',
        currency: settings?.currency ?? '',
      });
      if ('fault' in staged) return refuse('invalid', staged.fault);
      if (isRefusal(staged)) return staged;
      const record = await importById(db, staged.importId);
      if (record === null) return refuse('not_found', 'There is no import of this id.');
      return { status: 202, body: viewOfImport(record), headers: { location: paths.api.import(record.id) } };
    },
  });
}

/** Imports people. */
export const importEnrollees = upload('enrollees', {
  id: 'importEnrollees',
  path: patterns.api.enrolleeImport,
  area: 'Enrollees',
});
/** Imports services. */
export const importServices = upload('services', {
  id: 'importServices',
  path: patterns.api.serviceImport,
  area: 'Services',
});
