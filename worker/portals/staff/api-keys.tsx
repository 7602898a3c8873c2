import type { Context } from 'hono';
import { executeOn } from '../../../durable-objects/tenant/execute.ts';
import { tenantPermissions } from '../../../schema/domain/permissions.ts';
import { isRefusal } from '../../../schema/domain/refusal.ts';
import { issueApiKeyForm } from '../../../schema/forms/organisation.ts';
import { ApiKeysPage, type ApiKeysPageProps } from '../../../views/hmo/api-keys-page.tsx';
import { paths } from '../../../views/paths.ts';
import { answer } from '../../answer.ts';
import { command, freshId, readForm, tenantActor } from '../../command.ts';
import { makeApiKey } from '../../directory/make-api-key.ts';
import type { AppEnv } from '../../env.ts';
import { organisationApiKeys } from '../../queries/api-keys.ts';
import { arriveAt, render } from '../../render.tsx';
import { formErrors, refusalErrors } from '../form-errors.ts';
import { openDesk } from './desk.ts';
import { staffView } from './staff-view.tsx';

type Said = Partial<Pick<ApiKeysPageProps, 'entry' | 'errors' | 'made'>>;

/** What a key can be allowed, by area: what the API has doors for. */
const offered = [
  'claim.create',
  'claim.view',
  'network.link',
  'network.view',
  'tariff.update',
  'tariff.view',
  'service.update',
  'service.view',
  'plan.publish',
  'plan.view',
  'client.view',
  'client.create',
  'client.update',
  'client.suspend',
  'enrollee.create',
  'enrollee.update',
  'enrollee.import',
  'tariff.import',
  'enrollee.move_plan',
  'enrollee.suspend',
  'enrollee.terminate',
  'enrollee.view',
  'enrollee.view_clinical',
];

function scopeGroups(): ApiKeysPageProps['scopes'] {
  const areas = new Map<string, string[]>();
  for (const name of tenantPermissions.filter((permission) => offered.includes(permission))) {
    const area = name.split('.')[0] ?? name;
    areas.set(area, [...(areas.get(area) ?? []), name]);
  }
  return [...areas].map(([area, names]) => ({ area, names }));
}

async function keysPage(c: Context<AppEnv>, said: Said = {}, status?: 422): Promise<Response> {
  const desk = await openDesk(c);
  const keys = (await organisationApiKeys(desk.db)).map((key) => ({ ...key, revokeId: freshId() }));
  const { slug, zone } = desk;
  const blank = { entry: { name: '', scopes: [] }, errors: {} };
  const props = {
    slug,
    zone,
    keys,
    scopes: scopeGroups(),
    commandId: freshId(),
    docs: paths.docs(),
    ...blank,
    ...said,
  };
  return render(
    c,
    staffView(c, desk, { title: 'API keys', nav: 'settings' }, <ApiKeysPage {...props} />),
    status,
  );
}

/** `GET /<tenant>/settings/api-keys`. */
export const showApiKeys = (c: Context<AppEnv>): Promise<Response> => keysPage(c);

/** `POST /<tenant>/settings/api-keys`: makes a key; its secret is in this answer only. */
export async function issueApiKey(c: Context<AppEnv>): Promise<Response> {
  const form = await readForm(c);
  const entry = { name: form.get('name'), scopes: form.all('scopes') };
  const { id, key, secretHash } = makeApiKey(form.commandId);
  const parsed = issueApiKeyForm.safeParse({ id, ...entry, secretHash });
  if (!parsed.success) return keysPage(c, { entry, errors: formErrors(parsed.error) }, 422);
  const sent = command(c, form.commandId, { type: 'IssueApiKey' as const, input: parsed.data });
  const answered = await executeOn(tenantActor(c), sent);
  if (isRefusal(answered)) {
    if (answered.code !== 'invalid') return answer(c, answered);
    return keysPage(c, { entry, errors: refusalErrors(answered) }, 422);
  }
  return keysPage(c, { made: { name: entry.name, secret: key } });
}

/** `POST …/<key>/revocations`: what uses the key stops working at once. */
export async function revokeApiKey(c: Context<AppEnv>): Promise<Response> {
  const form = await readForm(c);
  const input = { id: c.req.param('key') ?? '' };
  const answered = await executeOn(
    tenantActor(c),
    command(c, form.commandId, { type: 'RevokeApiKey', input }),
  );
  if (isRefusal(answered)) return answer(c, answered);
  return arriveAt(c, paths.staff(c.var.organisation.slug ?? '').apiKeys(), () => keysPage(c));
}
