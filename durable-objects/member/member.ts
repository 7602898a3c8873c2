import { DurableObject } from 'cloudflare:workers';
import type { MemberNews } from '../../schema/domain/members/member-news.ts';
import type { ExportProgress } from '../../schema/domain/members/own-export.ts';
import { enrolleeOf } from '../../schema/domain/members/portal-id.ts';
import { Bell } from '../actor/bell.ts';
import type { MemberMoved } from '../actor/live-event.ts';
import { organisationIdOf } from '../actor/organisation-id.ts';
import type { MemberParts } from '../actor/parts.ts';
import { NewsStore } from './news-store.ts';
import { OwnExports } from './own-export.ts';

const movedBy = (news: MemberNews): MemberMoved => ({ kind: 'member-moved', ...news });

/**
 * One covered person's own actor, by portal id: their open pages listen here, and their insurer's actor tells it what has
 * changed. It owns no record: what it was told last is kept so that a page which was away can be told again.
 */
export abstract class MemberActor extends DurableObject<unknown> {
  readonly #tenantId: string;
  readonly #news: NewsStore;
  readonly #bell: Bell;
  readonly #exports: OwnExports;

  constructor(ctx: DurableObjectState, env: unknown, { frames, clock, exports }: MemberParts) {
    super(ctx, env);
    const portalId = organisationIdOf(ctx) ?? '';
    this.#tenantId = enrolleeOf(portalId)?.tenantId ?? '';
    this.#news = new NewsStore(ctx.storage);
    this.#bell = new Bell(ctx, {
      permission: 'me.view',
      frames,
      missed: async (since) => ({
        events: this.#news.after(since)?.map(movedBy) ?? null,
        upTo: this.#news.last,
      }),
      counters: () => null,
    });
    this.#bell.startedAt(this.#news.last);
    this.#exports = new OwnExports({
      storage: ctx.storage,
      clock,
      source: exports(portalId),
      moved: (progress) => this.#bell.pass({ kind: 'export-moved', seq: 0, progress }),
    });
  }

  /** Messages of the insurer's actor, at least once each; every one is told once. Answers the highest number sent. */
  async deliver(source: string, messages: MemberNews[]): Promise<{ seq: number }> {
    if (source !== this.#tenantId) throw new Error('this person is covered by another insurer');
    const taken = this.#news.take(messages);
    const asked = taken.findLast(({ topic, what }) => topic === 'exports' && what === 'asked');
    if (asked) this.#exports.begin(asked.about);
    this.#bell.publish(taken.map(movedBy), []);
    return { seq: Math.max(0, ...messages.map(({ seq }) => seq)) };
  }

  /** The account is another one, or has ended: whoever listens has to come again. */
  async endAll(): Promise<void> {
    this.#bell.endAll();
  }

  /** Closes every socket of a session: it was signed out. */
  async closeSession(sessionId: string): Promise<void> {
    this.#bell.end({ session: sessionId });
  }

  /** How far it is with everything held about them; null: nothing was asked for. */
  async exportProgress(): Promise<ExportProgress | null> {
    return this.#exports.progress();
  }

  /** What the archive's heads are made of, once it is ready. */
  async exportWhole(id: string): Promise<string | null> {
    return this.#exports.whole(id);
  }

  /** One piece of the archive, sealed. */
  async exportPiece(id: string, place: { file: number; n: number }): Promise<Uint8Array | null> {
    return this.#exports.piece(id, place);
  }

  override async alarm(): Promise<void> {
    await this.#exports.ring();
  }

  async health(): Promise<{ ok: boolean }> {
    return { ok: true };
  }

  /** `upgrade: websocket` or a stream of events, as in every actor (`organisation-actor.ts`). */
  override async fetch(request: Request): Promise<Response> {
    return this.#bell.open(request);
  }

  override async webSocketMessage(socket: WebSocket, message: string | ArrayBuffer): Promise<void> {
    await this.#bell.heard(socket, message);
  }

  override webSocketClose(socket: WebSocket): void {
    this.#bell.gone(socket);
  }

  override webSocketError(socket: WebSocket): void {
    this.#bell.gone(socket);
  }
}
