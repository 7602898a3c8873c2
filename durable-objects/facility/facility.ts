import { DurableObject } from 'cloudflare:workers';
import type {
  Answer,
  Envelope,
  FacilityCommand,
  FacilityOutcome,
  TenantCommand,
  TenantOutcome,
} from '../../schema/commands.ts';
import type { ClaimChanged } from '../../schema/domain/claims/facility-claim.ts';
import { refuse } from '../../schema/domain/refusal.ts';
import type { Counts } from '../actor/live-event.ts';
import type { FacilityParts } from '../actor/parts.ts';

const notYet = () => refuse('unavailable', 'This part is not built yet.');

/** The only writer of one facility's database. The worker subclasses it, handing in its parts. */
export abstract class FacilityActor extends DurableObject<unknown> {
  readonly #parts: FacilityParts;

  constructor(ctx: DurableObjectState, env: unknown, parts: FacilityParts) {
    super(ctx, env);
    this.#parts = parts;
  }

  async execute(_envelope: Envelope<FacilityCommand>): Promise<Answer<FacilityOutcome>> {
    return notYet();
  }

  async executeAll(envelopes: Envelope<FacilityCommand>[]): Promise<Answer<FacilityOutcome>[]> {
    return envelopes.map(notYet);
  }

  /** Checks the person's permission here, and the link, then has the tenant do it (SubmitClaim, AnswerQuery). */
  async forward(_tenantId: string, _envelope: Envelope<TenantCommand>): Promise<Answer<TenantOutcome>> {
    return notYet();
  }

  /** Messages of a tenant's actor, at least once each; every one is applied once. Answers the highest number taken in. */
  async deliver(_source: string, _messages: ClaimChanged[]): Promise<{ seq: number }> {
    throw new Error('not built yet');
  }

  async counts(): Promise<Counts> {
    throw new Error('not built yet');
  }

  /** Closes every socket of a session: it was signed out. */
  async closeSession(_sessionId: string): Promise<void> {}

  async health(): Promise<{ ok: boolean; seq: number }> {
    return { ok: this.#parts.clock() > 0, seq: 0 };
  }

  /** Live stream: see `TenantActor.fetch`. */
  override async fetch(_request: Request): Promise<Response> {
    return new Response('not built yet', { status: 503 });
  }
}
