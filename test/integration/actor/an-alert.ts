import { env } from 'cloudflare:workers';
import {
  authorizationKey,
  authorizationKind,
} from '../../../durable-objects/tenant/memory/authorizations.ts';
import {
  type Authorization,
  authorizationIdOf,
} from '../../../schema/domain/authorizations/authorization.ts';
import { portalIdOf } from '../../../schema/domain/members/portal-id.ts';
import { enrolleePermissions, type Principal } from '../../../schema/domain/permissions.ts';
import type { AnswerAlert } from '../../../schema/forms/answer-alert.ts';
import type { RequestAuthorizationInput } from '../../../schema/forms/request-authorization.ts';
import { connect } from '../../../worker/databases/connect.ts';
import type { World } from './a-desk.ts';
import { command, done } from './a-tenant.ts';
import { requestForm } from './authorization-inputs.ts';

/** Ngozi Ade, whom every tenant of the tests covers. */
export const ngozi = 'TST-INDV-00001-P';

/** Enrols one more; their member id. */
export async function enrolled(
  world: World,
  own: {
    birthDate: string;
    principalId?: string;
    relation?: 'spouse';
    phone?: string;
    email?: string;
    firstName?: string;
    clientCode?: string;
  },
): Promise<string> {
  const { principalId, relation = 'child', ...rest } = own;
  const outcome = done(
    await world.send(
      command(world.people.system, 'PutEnrollee', {
        plan: 'FULL',
        clientCode: 'INDV',
        firstName: 'Tobi',
        lastName: 'Ade',
        sex: 'male',
        coverFrom: '2020-01-01',
        ...(principalId === undefined
          ? { relation: 'principal' as const }
          : { relation, principalMemberId: principalId }),
        ...rest,
      }),
    ),
  );
  return 'memberId' in outcome ? String(outcome.memberId) : '';
}

/** Gives somebody a portal; who they are there. */
export async function withPortal(world: World, memberId = ngozi): Promise<Principal> {
  const accountId = `acc-${memberId.toLowerCase()}`;
  const input = { memberId, accountId, email: `${accountId}@people.example`, state: 'ACTIVE' } as const;
  const outcome = done(await world.send(command(world.people.system, 'PutPortalAccount', input)));
  const enrolleeId = 'enrolleeId' in outcome ? String(outcome.enrolleeId) : '';
  return {
    id: accountId,
    name: memberId,
    via: 'session',
    organisation: { kind: 'enrollee', id: portalIdOf({ tenantId: world.people.id, enrolleeId }) },
    permissions: enrolleePermissions,
  };
}

/** Files an emergency; its number. */
export async function emergency(world: World, changes: Partial<RequestAuthorizationInput> = {}) {
  const form = requestForm({ urgency: 'EMERGENCY', ...changes });
  const outcome = done(await world.send(command(world.people.facility, 'RequestAuthorization', form)));
  return 'number' in outcome ? String(outcome.number) : '';
}

/** A request as it durably is. */
export async function requestAt({ people }: World, number: string): Promise<Authorization> {
  const key = authorizationKey.id(authorizationIdOf(number) ?? 0);
  const found = await connect(env, `tenant-${people.id}`).execute(authorizationKind.read([key]));
  const [one] = authorizationKind.parse(String(found.rows[0]?.[0] ?? '[]'));
  if (!one) throw new Error(`there is no request ${number}`);
  return one;
}

/** Answers an alert, as whoever is asked. */
export const answers = (
  world: World,
  by: Principal,
  number: string,
  answer: AnswerAlert['answer'],
  more: { reason?: string; through?: AnswerAlert['through']; id?: string } = {},
) => {
  const { id, through = 'screen', reason } = more;
  const input = { number, answer, through, ...(reason === undefined ? {} : { reason }) };
  return world.send(command(by, 'AnswerAlert', input, id));
};
