import { z } from 'zod';
import { importView } from '../../../../schema/api/import-views.ts';
import { tariffNamed } from '../../../../schema/api/tariff-views.ts';
import {
  type ImportKind,
  import_bytes_max,
  importPermission,
} from '../../../../schema/domain/imports/import.ts';
import { isRefusal, type Refusal, refuse } from '../../../../schema/domain/refusal.ts';
import { paths, patterns } from '../../../../views/paths.ts';
import { stage } from '../../../imports/stage.ts';
import type { Database } from '../../../queries/database.ts';
import { importById } from '../../../queries/imports.ts';
import { tenantSettings } from '../../../queries/tenant-settings.ts';
import { none, operation } from '../../operation.ts';
import { noTariff, tariffAt } from '../tariffs/tariff-at.ts';
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

const examples: Readonly<Record<ImportKind, string>> = {
  enrollees:
    'action,date,external_id,first_name,last_name,birth_date,sex,plan\nADD,2026-12-01,DNG-10442,Ada,Obi,1990-05-17,female,GOLD\n',
  tariff: 'service,from,price\nCON-001,2026-12-01,7500.00\n',
  services: 'external_id,name,group,price\nCON-001,General consultation,consultation,7500.00\n',
};

/** What differs from kind to kind. */
interface Named<Params extends z.ZodObject> {
  id: string;
  path: string;
  area: 'Enrollees' | 'Services' | 'Network';
  params: Params;
  example: Readonly<Record<string, string>>;
  /** whose tariff it is; null: the kind has no such thing */
  targetOf: (db: Database, params: z.output<Params>) => Promise<string | null | Refusal>;
}

const whole = { params: none, example: {}, targetOf: async () => null };

/** Takes a file of one kind. */
function upload<Params extends z.ZodObject>(kind: ImportKind, named: Named<Params>) {
  const { id, path, area, params, targetOf } = named;
  return operation({
    id,
    path,
    area,
    params,
    method: 'POST',
    summary: `Import ${kind}`,
    description: `Takes a CSV file of up to 10 MB and 20,000 rows: with commas, semicolons or tabs, in UTF-8 or UTF-16. Every row is checked, then the good ones are applied; refused rows are left out and can be read with their reasons. Follow the import at its address. Importing the same file twice changes nothing. The staff's portal has the template and says what each column means.`,
    scopes: { tenant: importPermission[kind] },
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
      params: named.example,
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
    async handle({ c, params: named, query, body, commandId }) {
      const db = importDatabase(c);
      const [settings, target] = await Promise.all([tenantSettings(db), targetOf(db, named)]);
      if (isRefusal(target)) return target;
      const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
      if (bytes.length > import_bytes_max)
        return refuse('invalid', 'The file is larger than 10 MB. Part it and send one after the other.');
      const staged = await stage(c, commandId, {
        kind,
        target,
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
  ...whole,
});
/** Imports services. */
export const importServices = upload('services', {
  id: 'importServices',
  path: patterns.api.serviceImport,
  area: 'Services',
  ...whole,
});
/** Imports prices of one tariff. */
export const importTariff = upload('tariff', {
  id: 'importTariff',
  path: patterns.api.tariffImport,
  area: 'Network',
  params: tariffNamed,
  example: { tariff: 'lagoon-ikeja' },
  targetOf: async (db, { tariff }) => (await tariffAt(db, tariff)) ?? noTariff,
});
