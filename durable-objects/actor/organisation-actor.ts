import { DurableObject } from 'cloudflare:workers';
import type { Answer, Envelope } from '../../schema/commands.ts';
import type { Bell } from './bell.ts';
import type { AnyCommand } from './book.ts';
import { directoryActions } from './directory-delivery.ts';
import { unavailable } from './job.ts';
import type { Counts } from './live-event.ts';
import { organisationIdOf } from './organisation-id.ts';
import type { ActorParts } from './parts.ts';
import { report } from './report.ts';
import type { Upkeep } from './upkeep.ts';

/** What an organisation's actor does its work with. */
interface AnyDesk<Command extends AnyCommand> {
  cycle: {
    submit(envelope: Envelope<Command>): Promise<Answer<object>>;
    start(): Promise<{ seq: number }>;
  };
  bell: Bell;
  upkeep: Upkeep;
  counts(): Promise<Counts>;
  rang(): Promise<void>;
}

/** How a kind of organisation's actor begins. */
interface Beginning<Desk> {
  kind: 'tenant' | 'facility';
  /** the command that makes its database */
  opening: string;
  parts: ActorParts;
  deskOf: (id: string) => Desk;
}

/**
 * The only writer of one organisation's database: commands in, live streams out, alarms. What kinds of organisation differ
 * in is their desk and the questions they are asked.
 */
export abstract class OrganisationActor<
  Command extends AnyCommand,
  Outcome extends object,
  Desk extends AnyDesk<Command>,
> extends DurableObject<unknown> {
  protected readonly organisationId: string;
  protected readonly desk: Desk;
  readonly #beginning: Beginning<Desk>;

  constructor(ctx: DurableObjectState, env: unknown, beginning: Beginning<Desk>) {
    super(ctx, env);
    this.organisationId = organisationIdOf(ctx) ?? '';
    this.#beginning = beginning;
    this.desk = beginning.deskOf(this.organisationId);
  }

  /** Does one command. */
  async execute(envelope: Envelope<Command>): Promise<Answer<Outcome>> {
    const [answer] = await this.executeAll([envelope]);
    return answer ?? unavailable();
  }

  /** Does many, each by its own rules; answers stand in the order of the envelopes. */
  async executeAll(envelopes: Envelope<Command>[]): Promise<Answer<Outcome>[]> {
    const opens = envelopes.some(({ command }) => command.type === this.#beginning.opening);
    if (opens && !(await this.#create())) return envelopes.map(unavailable);
    return Promise.all(envelopes.map((envelope) => this.#execute(envelope)));
  }

  async #execute(envelope: Envelope<Command>): Promise<Answer<Outcome>> {
    const answer = await this.desk.cycle.submit(envelope);
    if (answer.refused) return answer;
    if (directoryActions.has(envelope.command.type)) await this.desk.upkeep.told(answer.seq);
    const awaited = this.awaited(envelope);
    if (awaited !== null) await this.desk.upkeep.told(answer.seq, awaited);
    return { ...answer, outcome: answer.outcome as Outcome };
  }

  /** Who shall have heard of a command before it is answered, if they can be reached; null: nobody. */
  protected awaited(_envelope: Envelope<Command>): string | null {
    return null;
  }

  async #create(): Promise<boolean> {
    const { kind, parts } = this.#beginning;
    try {
      await parts.createDatabase(`${kind}-${this.organisationId}`);
      return true;
    } catch (error) {
      report('the database is not made', error);
      return false;
    }
  }

  async counts(): Promise<Counts> {
    return this.desk.counts();
  }

  /** Closes every socket of a session: it was signed out. */
  async closeSession(sessionId: string): Promise<void> {
    this.desk.bell.end({ session: sessionId });
  }

  /** Whether the database answers, and the journal's last number. */
  async health(): Promise<{ ok: boolean; seq: number }> {
    try {
      return { ok: true, seq: (await this.desk.cycle.start()).seq };
    } catch {
      return { ok: false, seq: 0 };
    }
  }

  /**
   * `upgrade: websocket` or a stream of events. The worker has authenticated: it sets `x-vetra-principal` (JSON of the
   * principal) and `x-vetra-session`; the address carries `see` and `since`.
   */
  override async fetch(request: Request): Promise<Response> {
    return this.desk.bell.open(request);
  }

  override async webSocketMessage(socket: WebSocket, message: string | ArrayBuffer): Promise<void> {
    await this.desk.bell.heard(socket, message);
  }

  override webSocketClose(socket: WebSocket): void {
    this.desk.bell.gone(socket);
  }

  override webSocketError(socket: WebSocket): void {
    this.desk.bell.gone(socket);
  }

  override async alarm(): Promise<void> {
    await this.desk.rang();
  }
}
