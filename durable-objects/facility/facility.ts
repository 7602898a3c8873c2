import type {
  Answer,
  Envelope,
  FacilityCommand,
  FacilityOutcome,
  TenantCommand,
  TenantOutcome,
} from '../../schema/commands.ts';
import { type Gate, opensForFacility, tenantGates } from '../../schema/domain/command-permissions.ts';
import type { FacilityMessage } from '../../schema/domain/network/message.ts';
import { refuse } from '../../schema/domain/refusal.ts';
import { unavailable } from '../actor/job.ts';
import { OrganisationActor } from '../actor/organisation-actor.ts';
import type { FacilityParts } from '../actor/parts.ts';
import { report } from '../actor/report.ts';
import { FacilityDesk } from './desk.ts';

/** The only writer of one facility's database. The worker subclasses it, handing in its parts. */
export abstract class FacilityActor extends OrganisationActor<
  FacilityCommand,
  FacilityOutcome,
  FacilityDesk
> {
  readonly #parts: FacilityParts;

  constructor(ctx: DurableObjectState, env: unknown, parts: FacilityParts) {
    const deskOf = (id: string) => new FacilityDesk(ctx, parts, id);
    super(ctx, env, { kind: 'facility', opening: 'OpenFacility', parts, deskOf });
    this.#parts = parts;
  }

  /** Checks the person's permission and the link by this facility's own record, then has the tenant do it. */
  async forward(tenantId: string, envelope: Envelope<TenantCommand>): Promise<Answer<TenantOutcome>> {
    const gate: Gate = tenantGates[envelope.command.type];
    try {
      const known = await this.desk.knows(envelope.principal, tenantId);
      if (!known || !(known.link || gate.unlinked))
        return refuse('not_found', 'There is nothing here by this name.');
      const opens = opensForFacility(gate, known.permissions) || envelope.principal.via === 'system';
      if (!gate.facility || !opens)
        return refuse('forbidden', 'Your role does not allow this. Ask an administrator of your facility.');
      const organisation = { kind: 'facility', id: this.organisationId } as const;
      const principal = {
        ...envelope.principal,
        name: known.name,
        permissions: known.permissions,
        organisation,
      };
      return await this.#parts.tenant(tenantId).execute({ ...envelope, principal });
    } catch (error) {
      report('a command could not be sent on', error);
      return unavailable();
    }
  }

  /** Messages of a tenant's actor, at least once each; every one is applied once. Answers the highest number taken in. */
  async deliver(source: string, messages: FacilityMessage[]): Promise<{ seq: number }> {
    return this.desk.takeIn(source, messages);
  }
}
