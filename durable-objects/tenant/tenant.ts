import { DurableObject } from 'cloudflare:workers';
import type { Answer, Envelope, TenantCommand, TenantOutcome } from '../../schema/commands.ts';
import { directoryActions } from '../actor/directory-delivery.ts';
import { unavailable } from '../actor/job.ts';
import type { Counts, Lease } from '../actor/live-event.ts';
import { organisationIdOf } from '../actor/organisation-id.ts';
import type { TenantParts } from '../actor/parts.ts';
import { report } from '../actor/report.ts';
import { TenantDesk } from './desk.ts';
import type { QueuePage, QueueQuestion } from './queue.ts';

/** The only writer of one tenant's database. The worker subclasses it, handing in its parts. */
export abstract class TenantActor extends DurableObject<unknown> {
  readonly #desk: TenantDesk;
  readonly #parts: TenantParts;
  readonly #tenantId: string;

  constructor(ctx: DurableObjectState, env: unknown, parts: TenantParts) {
    super(ctx, env);
    this.#parts = parts;
    this.#tenantId = organisationIdOf(ctx) ?? '';
    this.#desk = new TenantDesk(ctx, parts, this.#tenantId);
  }

  /** Does one command; see `executeOn` for the typed way to call it. */
  async execute(envelope: Envelope<TenantCommand>): Promise<Answer<TenantOutcome>> {
    const [answer] = await this.executeAll([envelope]);
    return answer ?? unavailable();
  }

  /** Does many, each by its own rules; answers stand in the order of the envelopes. */
  async executeAll(envelopes: Envelope<TenantCommand>[]): Promise<Answer<TenantOutcome>[]> {
    const opens = envelopes.some(({ command }) => command.type === 'OpenTenant');
    if (opens && !(await this.#create())) return envelopes.map(unavailable);
    return Promise.all(envelopes.map((envelope) => this.#execute(envelope)));
  }

  async #execute(envelope: Envelope<TenantCommand>): Promise<Answer<TenantOutcome>> {
    const answer = await this.#desk.cycle.submit(envelope);
    if (!answer.refused && directoryActions.has(envelope.command.type))
      await this.#desk.upkeep.told(answer.seq);
    return answer;
  }

  async #create(): Promise<boolean> {
    try {
      await this.#parts.createDatabase(`tenant-${this.#tenantId}`);
      return true;
    } catch (error) {
      report('the database is not made', error);
      return false;
    }
  }

  /** A page of the queue. (The runtime keeps the name `queue` for itself.) */
  async queuePage(question: QueueQuestion): Promise<QueuePage> {
    return this.#desk.queue(question);
  }

  async counts(): Promise<Counts> {
    return this.#desk.counts();
  }

  /** Who holds these claims now; a claim nobody holds is left out. */
  async leases(ids: number[]): Promise<{ id: number; lease: Lease }[]> {
    return this.#desk.leases(ids);
  }

  /** Prolongs a lease the account holds; false: it holds none any more. */
  async renewLease({ id, accountId }: { id: number; accountId: string }): Promise<boolean> {
    return this.#desk.renew(id, accountId);
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

  /**
   * `upgrade: websocket` or a stream of events. The worker has authenticated: it sets `x-vetra-principal` (JSON of the
   * principal) and `x-vetra-session`; the address carries `see` and `since`.
   */
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
