import { executeOn } from '../../../../durable-objects/tenant/execute.ts';
import { importView } from '../../../../schema/api/import-views.ts';
import { isRefusal } from '../../../../schema/domain/refusal.ts';
import { patterns } from '../../../../views/paths.ts';
import { command, tenantActor } from '../../../command.ts';
import { noBody, none, operation } from '../../operation.ts';
import { importAt, importParams } from './import-at.ts';
import { importScopes } from './scopes.ts';
import { exampleImport, viewOfImport } from './view-of-import.ts';

/** Says yes to an import. */
export const commitImport = operation({
  id: 'commitImport',
  method: 'POST',
  path: patterns.api.importCommit,
  area: 'Imports',
  summary: 'Apply an import',
  description:
    'Applies the good rows of an import that was checked only; refused rows are left out. It goes on by itself: follow the import. The request has no body.',
  scopes: importScopes,
  params: importParams,
  query: none,
  takes: 'nothing',
  body: noBody,
  answers: { 202: { means: 'Its good rows are being applied.', form: importView } },
  refusals: ['forbidden', 'wrong-state'],
  example: {
    params: { import: exampleImport.id },
    status: 202,
    answer: { ...exampleImport, state: 'APPLYING', rowsDone: 0, committedAt: '2026-11-23T08:15:20.004Z' },
  },
  async handle({ c, params, commandId }) {
    const input = { importId: params.import };
    const sent = command(c, commandId, { type: 'CommitImport' as const, input });
    const answered = await executeOn(tenantActor(c), sent);
    if (isRefusal(answered)) return answered;
    const record = await importAt(c, params.import);
    return isRefusal(record) ? record : { status: 202, body: viewOfImport(record) };
  },
});
