import { DurableObject } from 'cloudflare:workers';
import type { MemberNews } from '../../schema/domain/members/member-news.ts';
import { enrolleeOf } from '../../schema/domain/members/portal-id.ts';
import { Bell } from '../actor/bell.ts';
import type { MemberMoved } from '../actor/live-event.ts';
import { organisationIdOf } from '../actor/organisation-id.ts';
import type { MemberParts } from '../actor/parts.ts';
import { NewsStore } from './news-store.ts';

const movedBy = (news: MemberNews): MemberMoved => ({ kind: 'member-moved', ...news });

/**
 * One covered person's own actor, by portal id: their open pages listen here, and their insurer's actor tells it what has
 * changed. It owns no record: what it was told last is kept so that a page which was away can be told again.
 */
export abstract class MemberActor extends DurableObject<unknown> {
  readonly #tenantId: string;
  readonly #news: NewsStore;
  readonly #bell: Bell;

  constructor(ctx: DurableObjectState, env: unknown, { frames }: MemberParts) {
    super(ctx, env);
    this.#tenantId = enrolleeOf(organisationIdOf(ctx) ?? '')?.tenantId ?? '';
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
  }

  /** Messages of the insurer's actor, at least once each; every one is told once. Answers the highest number sent. */
  async deliver(source: string, messages: MemberNews[]): Promise<{ seq: number }> {
    if (source !== this.#tenantId) throw new Error('this person is covered by another insurer');
    this.#bell.publish(this.#news.take(messages).map(movedBy), []);
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
