import { importRowPage, importRowsQuestion, importView } from '../../../../schema/api/import-views.ts';
import { isRefusal } from '../../../../schema/domain/refusal.ts';
import { patterns } from '../../../../views/paths.ts';
import { importRowsPage } from '../../../queries/imports.ts';
import { noBody, none, operation } from '../../operation.ts';
import { importAt, importDatabase, importParams } from './import-at.ts';
import { importScopes } from './scopes.ts';
import { exampleImport, viewOfImport } from './view-of-import.ts';

/** Shows how far an import is. */
export const showImport = operation({
  id: 'showImport',
  method: 'GET',
  path: patterns.api.import,
  area: 'Imports',
  summary: 'Follow an import',
  description: 'How far it is, and what its rows come to. It takes the scope of its kind.',
  scopes: importScopes,
  params: importParams,
  query: none,
  body: noBody,
  answers: { 200: { means: 'The import as it is now.', form: importView } },
  refusals: ['forbidden'],
  example: { params: { import: exampleImport.id }, status: 200, answer: exampleImport },
  async handle({ c, params }) {
    const record = await importAt(c, params.import);
    return isRefusal(record) ? record : { status: 200, body: viewOfImport(record) };
  },
});

/** Lists the rows of an import. */
export const listImportRows = operation({
  id: 'listImportRows',
  method: 'GET',
  path: patterns.api.importRows,
  area: 'Imports',
  summary: "Read an import's rows",
  description:
    'What each row would do or has done, in the order of the file; refused ones with every reason. Rows are kept for 30 days after the import has ended.',
  scopes: importScopes,
  params: importParams,
  query: importRowsQuestion,
  body: noBody,
  answers: { 200: { means: 'A page of rows.', form: importRowPage } },
  refusals: ['forbidden'],
  example: {
    params: { import: exampleImport.id },
    query: { outcome: 'refused', limit: '1' },
    status: 200,
    answer: {
      data: [
        {
          line: 4,
          outcome: 'refused',
          reasons: [{ column: 'sex', message: 'Choose female or male.' }],
          result: null,
          cells: ['ADD', '2026-12-01', 'DNG-10444', 'Bola', 'Ade', '1988-01-30', '', 'GOLD'],
        },
      ],
      next: null,
    },
  },
  async handle({ c, params, query: { outcome, cursor, limit } }) {
    const record = await importAt(c, params.import);
    if (isRefusal(record)) return record;
    const asked = {
      importId: record.id,
      outcome: outcome ?? null,
      after: Number(cursor ?? 0),
      limit: limit + 1,
    };
    const found = await importRowsPage(importDatabase(c), asked);
    const data = found
      .slice(0, limit)
      .flatMap(({ line, outcome: came, reasons, result, cells }) =>
        came === null ? [] : [{ line, outcome: came, reasons: reasons ?? [], result, cells }],
      );
    const last = found[limit - 1];
    return { status: 200, body: { data, next: found.length > limit && last ? String(last.n) : null } };
  },
});
