import { DurableObject } from 'cloudflare:workers';
import type {
  Answer,
  Envelope,
  FacilityCommand,
  FacilityOutcome,
  TenantCommand,
  TenantOutcome,
} from '../../schema/commands.ts';
import { type Gate, tenantGates } from '../../schema/domain/command-permissions.ts';
import type { FacilityMessage } from '../../schema/domain/network/message.ts';
import { refuse } from '../../schema/domain/refusal.ts';
import { directoryActions } from '../actor/directory-delivery.ts';
import { unavailable } from '../actor/job.ts';
import type { Counts } from '../actor/live-event.ts';
import { organisationIdOf } from '../actor/organisation-id.ts';
import type { FacilityParts } from '../actor/parts.ts';
import { report } from '../actor/report.ts';
import { FacilityDesk } from './desk.ts';

/** The only writer of one facility's database. The worker subclasses it, handing in its parts. */
export abstract class FacilityActor extends DurableObject<unknown> {
  readonly #desk: FacilityDesk;
  readonly #parts: FacilityParts;
  readonly #facilityId: string;

  constructor(ctx: DurableObjectState, env: unknown, parts: FacilityParts) {
    super(ctx, env);
    this.#parts = parts;
    this.#facilityId = organisationIdOf(ctx) ?? '';
    this.#desk = new FacilityDesk(ctx, parts, this.#facilityId);
  }

  async execute(envelope: Envelope<FacilityCommand>): Promise<Answer<FacilityOutcome>> {
    const [answer] = await this.executeAll([envelope]);
    return answer ?? unavailable();
  }

  /** Does many, each by its own rules; answers stand in the order of the envelopes. */
  async executeAll(envelopes: Envelope<FacilityCommand>[]): Promise<Answer<FacilityOutcome>[]> {
    const opens = envelopes.some(({ command }) => command.type === 'OpenFacility');
    if (opens && !(await this.#create())) return envelopes.map(unavailable);
    return Promise.all(envelopes.map((envelope) => this.#execute(envelope)));
  }

  async #execute(envelope: Envelope<FacilityCommand>): Promise<Answer<FacilityOutcome>> {
    const answer = await this.#desk.cycle.submit(envelope);
    if (answer.refused) return answer;
    if (directoryActions.has(envelope.command.type)) await this.#desk.upkeep.told(answer.seq);
    const { seq, repeated } = answer;
    return { seq, repeated, outcome: answer.outcome as FacilityOutcome };
  }

  async #create(): Promise<boolean> {
    try {
      await this.#parts.createDatabase(`facility-${this.#facilityId}`);
      return true;
    } catch (error) {
      report('the database is not made', error);
      return false;
    }
  }

  /** Checks the person's permission and the link by this facility's own record, then has the tenant do it. */
  async forward(tenantId: string, envelope: Envelope<TenantCommand>): Promise<Answer<TenantOutcome>> {
    const gate: Gate = tenantGates[envelope.command.type];
    try {
      const known = await this.#desk.knows(envelope.principal, tenantId);
      if (!known || !(known.link || gate.unlinked))
        return refuse('not_found', 'There is nothing here by this name.');
      if (
        !gate.facility ||
        !(known.permissions.includes(gate.facility) || envelope.principal.via === 'system')
      )
        return refuse('forbidden', 'Your role does not allow this. Ask an administrator of your facility.');
      const organisation = { kind: 'facility', id: this.#facilityId } as const;
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
    return this.#desk.takeIn(source, messages);
  }

  async counts(): Promise<Counts> {
    return this.#desk.counts();
  }

  /** Closes every socket of a session: it was signed out. */
  async closeSession(sessionId: string): Promise<void> {
    this.#desk.bell.end({ session: sessionId });
  }

  /** Whether the database answers, and the journal's last number. */
  async health(): Promise<{ ok: boolean; seq: number }> {
    try {
      return { ok: true, seq: (await this.#desk.cycle.start()).seq };
    } catch {
      return { ok: false, seq: 0 };
    }
  }

  /** Live stream: see `TenantActor.fetch`. */
  override async fetch(request: Request): Promise<Response> {
    return this.#desk.bell.open(request);
  }

  override async webSocketMessage(socket: WebSocket, message: string | ArrayBuffer): Promise<void> {
    await this.#desk.bell.heard(socket, message);
  }

  override webSocketClose(socket: WebSocket): void {
    this.#desk.bell.gone(socket);
  }

  override webSocketError(socket: WebSocket): void {
    this.#desk.bell.gone(socket);
  }

  override async alarm(): Promise<void> {
    await this.#desk.rang();
  }
}
