import { DurableObject } from 'cloudflare:workers';
import type { Answer, Envelope, TenantCommand, TenantOutcome } from '../../schema/commands.ts';
import { refuse } from '../../schema/domain/refusal.ts';
import type { Counts, Lease } from '../actor/live-event.ts';
import type { TenantParts } from '../actor/parts.ts';
import type { QueuePage, QueueQuestion } from './queue.ts';

const notYet = () => refuse('unavailable', 'This part is not built yet.');

/** The only writer of one tenant's database. The worker subclasses it, handing in its parts. */
export abstract class TenantActor extends DurableObject<unknown> {
  readonly #parts: TenantParts;

  constructor(ctx: DurableObjectState, env: unknown, parts: TenantParts) {
    super(ctx, env);
    this.#parts = parts;
  }

  /** Does one command; see `executeOn` for the typed way to call it. */
  async execute(_envelope: Envelope<TenantCommand>): Promise<Answer<TenantOutcome>> {
    return notYet();
  }

  /** Does many, each by its own rules; answers stand in the order of the envelopes. */
  async executeAll(envelopes: Envelope<TenantCommand>[]): Promise<Answer<TenantOutcome>[]> {
    return envelopes.map(notYet);
  }

  async queue(_question: QueueQuestion): Promise<QueuePage> {
    throw new Error('not built yet');
  }

  async counts(): Promise<Counts> {
    throw new Error('not built yet');
  }

  /** Who holds these claims now; a claim nobody holds is left out. */
  async leases(_ids: number[]): Promise<{ id: number; lease: Lease }[]> {
    return [];
  }

  /** Prolongs a lease the account holds; false: it holds none any more. */
  async renewLease(_held: { id: number; accountId: string }): Promise<boolean> {
    return false;
  }

  /** Closes every socket of a session: it was signed out. */
  async closeSession(_sessionId: string): Promise<void> {}

  async health(): Promise<{ ok: boolean; seq: number }> {
    return { ok: this.#parts.clock() > 0, seq: 0 };
  }

  /**
   * `upgrade: websocket` or `accept: text/event-stream`. The worker has authenticated: it sets `x-vetra-principal`
   * (JSON of the principal) and `x-vetra-session`; the address carries `see` and `since`.
   */
  override async fetch(_request: Request): Promise<Response> {
    return new Response('not built yet', { status: 503 });
  }
}
