import type { Context } from 'hono';
import type { z } from 'zod';
import type { Envelope, FacilityCommand, TenantCommand } from '../../schema/commands.ts';
import type { OrganisationRef, Principal } from '../../schema/domain/permissions.ts';
import { refuse } from '../../schema/domain/refusal.ts';
import { answer } from '../answer.ts';
import { systemOf } from '../command.ts';
import type { AppEnv } from '../env.ts';
import { actorForm, facilityEnvelopesForm, tenantEnvelopesForm } from './command-forms.ts';
import { fieldErrors } from './field-errors.ts';

type Sent<Command> = {
  id: string;
  at?: number | undefined;
  principal?: Principal | undefined;
  command: Command;
};

const envelopesFor = <Command>(actor: OrganisationRef, sent: Sent<Command>[]): Envelope<Command>[] =>
  sent.map(({ id, at, principal, command }) => ({
    id,
    principal: principal ?? systemOf(actor),
    command,
    ...(at === undefined ? {} : { at }),
  }));

const unreadable = (c: Context<AppEnv>, error: z.ZodError) =>
  answer(c, refuse('invalid', 'These commands cannot be read.', fieldErrors(error)));

/** Has one actor do commands, in order, and answers each: done, or why not. */
export async function doCommands(c: Context<AppEnv>): Promise<Response> {
  const body: unknown = await c.req.json();
  const named = actorForm.safeParse(body);
  if (!named.success) return unreadable(c, named.error);
  const { actor } = named.data;
  if (actor.kind === 'tenant') {
    const sent = tenantEnvelopesForm.safeParse(body);
    if (!sent.success) return unreadable(c, sent.error);
    const tenant = c.env.TENANT.get(c.env.TENANT.idFromName(actor.id));
    return c.json({
      answers: await tenant.executeAll(envelopesFor<TenantCommand>(actor, sent.data.envelopes)),
    });
  }
  const sent = facilityEnvelopesForm.safeParse(body);
  if (!sent.success) return unreadable(c, sent.error);
  const facility = c.env.FACILITY.get(c.env.FACILITY.idFromName(actor.id));
  return c.json({
    answers: await facility.executeAll(envelopesFor<FacilityCommand>(actor, sent.data.envelopes)),
  });
}
