import { z } from 'zod';
import { executeOn } from '../../../../durable-objects/tenant/execute.ts';
import { type ClientView, clientView } from '../../../../schema/api/member-views.ts';
import { tenantGates } from '../../../../schema/domain/command-permissions.ts';
import { clientCode } from '../../../../schema/forms/fields.ts';
import { clientForm } from '../../../../schema/forms/put-client.ts';
import { paths, patterns } from '../../../../views/paths.ts';
import { command, tenantActor } from '../../../command.ts';
import { none, operation } from '../../operation.ts';
import { ownTenantDatabase } from '../../reach.ts';
import { putAnswers, putDescription } from '../put-answers.ts';
import { exampleClient, exampleClientView } from './example.ts';
import { readClient } from './read-client.ts';

/** Parameters of a client's address. */
export const namedByCode = z.strictObject({
  code: clientCode.meta({ description: 'the code, 2–6 capitals: it stands in member ids and never changes' }),
});

const saysNothingNew = (there: ClientView | null, wanted: z.output<typeof clientForm>) =>
  there !== null &&
  Object.entries(wanted).every(
    ([name, value]) => JSON.stringify(Reflect.get(there, name)) === JSON.stringify(value),
  );

/** Creates a client, or brings it up to date. */
export const putClient = operation({
  id: 'putClient',
  method: 'PUT',
  path: patterns.api.client,
  area: 'Clients',
  summary: 'Create or change a client',
  description: `${putDescription} Days under contract that lie more than 30 days back stay as they were. To create one needs the scope client.create.`,
  scopes: tenantGates.PutClient,
  params: namedByCode,
  query: none,
  body: clientForm.meta({ id: 'PutClient', description: 'A company that buys cover for its people.' }),
  answers: putAnswers(clientView),
  refusals: [],
  example: { params: { code: 'DANG' }, body: exampleClient, status: 201, answer: exampleClientView },
  async handle({ c, params: { code }, body, commandId }) {
    const tenant = ownTenantDatabase(c);
    const there = await readClient(tenant, code);
    if (saysNothingNew(there, body)) return { status: 200, body: there };
    const input = { code, ...body };
    const put = await executeOn(tenantActor(c), command(c, commandId, { type: 'PutClient', input }));
    if (put.refused) return put;
    const headers = { location: paths.api.client(code) };
    return { status: put.outcome.created ? 201 : 200, headers, body: await readClient(tenant, code) };
  },
});
