import { env } from 'cloudflare:workers';
import type { Answer, Envelope, TenantCommand, TenantCommands } from '../../../schema/commands.ts';
import type { Principal } from '../../../schema/domain/permissions.ts';
import { freshId } from '../../../worker/command.ts';
import { openDirectory } from '../../../worker/directory/directory.ts';
import { fullCover } from '../../support/full-cover.ts';
import { ngoziAde } from '../../support/ngozi-ade.ts';

/** Everything that executes tenant commands: a stub, or an actor in hand. */
interface Executes {
  executeAll(envelopes: Envelope<TenantCommand>[]): Promise<Answer<object>[]>;
}

export interface Tenant {
  id: string;
  staff: Principal;
  other: Principal;
  facility: Principal;
  system: Principal;
}

/** Principals of a new tenant, by a fresh id. */
export function tenantPeople(id = freshId()): Tenant {
  const organisation = { kind: 'tenant', id } as const;
  const facility = { kind: 'facility', id: `fac-${id.slice(-8)}` } as const;
  return {
    id,
    staff: { id: 'ada', name: 'Ada Obi', via: 'session', organisation, permissions: [] },
    other: { id: 'ben', name: 'Ben Eze', via: 'session', organisation, permissions: [] },
    facility: {
      id: 'clinic-clerk',
      name: 'Chi Clerk',
      via: 'session',
      organisation: facility,
      permissions: [
        'facility.claim.submit',
        'facility.claim.answer',
        'facility.authorization.request',
        'facility.authorization.appeal',
      ],
    },
    system: { id: 'system', name: 'Vetra', via: 'system', organisation, permissions: [] },
  };
}

export const command = <Type extends keyof TenantCommands>(
  principal: Principal,
  type: Type,
  input: TenantCommands[Type]['input'],
  id = freshId(),
) => ({ id, principal, command: { type, input } }) as Envelope<Extract<TenantCommand, { type: Type }>>;

/** The commands that open a tenant with two adjudicators, one facility, one member, two services. */
export function openingOf(
  { id, system, facility }: Tenant,
  { portal = false } = {},
): Envelope<TenantCommand>[] {
  const profile = { name: 'Sunrise Clinic', kind: 'clinic' } as const;
  const person = (accountId: string, name: string, roleKey = 'adjudicator') =>
    command(system, 'PutStaff', {
      accountId,
      name,
      email: `${accountId}@${id}.example`,
      roleKey,
      state: 'ACTIVE',
    });
  const service = (externalId: string, name: string, group: 'consultation' | 'laboratory') =>
    command(system, 'PutService', { externalId, name, group, unit: 'each', active: true });
  return [
    command(system, 'OpenTenant', {
      slug: `t${id.slice(-12)}`,
      name: 'Test HMO',
      prefix: 'TST',
      currency: 'NGN',
      zone: 'Africa/Lagos',
      filingWindowDays: 90,
    }),
    person('ada', 'Ada Obi'),
    person('ben', 'Ben Eze'),
    person('rita', 'Rita Reader', 'read-only'),
    portal
      ? command(system, 'LinkFacility', { facilityId: facility.organisation.id, profile })
      : command(system, 'LinkFacility', { facilityId: facility.organisation.id, externalId: 'SUN', profile }),
    service('CONS', 'Consultation', 'consultation'),
    service('LAB-MP', 'Malaria parasite', 'laboratory'),
    command(system, 'PutPlanVersion', fullCover),
    command(system, 'PutEnrollee', {
      plan: fullCover.code,
      externalId: 'EMP-1',
      clientCode: 'INDV',
      relation: 'principal',
      ...ngoziAde,
    }),
  ];
}

/** Opens a tenant on a real actor and its own database. */
export async function openTenant(people = tenantPeople(), on?: Executes, how = {}): Promise<Tenant> {
  await openDirectory(env);
  const actor = on ?? env.TENANT.get(env.TENANT.idFromName(people.id));
  for (const answer of await actor.executeAll(openingOf(people, how)))
    if (answer.refused) throw new Error(`${answer.code}: ${answer.message} ${JSON.stringify(answer.errors)}`);
  return people;
}

/** The outcome, or an error that says why it was refused. */
export function done<Outcome>(answer: Answer<Outcome>): Outcome {
  if (answer.refused) throw new Error(`${answer.code}: ${answer.message} ${JSON.stringify(answer.errors)}`);
  return answer.outcome;
}

/** The refusal's code; an error when it was done. */
export function refusedAs(answer: Answer<unknown>): string {
  if (!answer.refused) throw new Error(`it was done: ${JSON.stringify(answer.outcome)}`);
  return answer.code;
}
