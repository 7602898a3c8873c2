import type { FacilityMessage } from '../../schema/domain/network/message.ts';
import type { Permission, Principal } from '../../schema/domain/permissions.ts';
import { Alarms } from '../actor/alarms.ts';
import { Bell } from '../actor/bell.ts';
import type { Done, Want } from '../actor/book.ts';
import { Cycle } from '../actor/cycle.ts';
import { deliverToDirectory, directory, directoryActions, type Shown } from '../actor/directory-delivery.ts';
import type { Head } from '../actor/journal.ts';
import type { CountersMoved, Counts, LiveEvent, NoticeGlance } from '../actor/live-event.ts';
import { LocalStore } from '../actor/local-store.ts';
import { migrate } from '../actor/migrations.ts';
import { NoticeExpiry } from '../actor/notice-expiry.ts';
import { Outbox, type Outgoing } from '../actor/outbox.ts';
import type { FacilityParts } from '../actor/parts.ts';
import { replay } from '../actor/replay.ts';
import { report } from '../actor/report.ts';
import { openStore, type Store } from '../actor/store.ts';
import { Upkeep } from '../actor/upkeep.ts';
import { FacilityBook } from './book.ts';
import { facilityClaimMoved, facilityLinkMoved, facilityRequestMoved, missedEvents } from './events.ts';
import type { FacilityDid, FacilityWorkCommand, FacilityWorkOutcome } from './handler.ts';
import { facilityMigrations } from './migrations.ts';
import type { TenantLink } from './tenant-links.ts';

const outgoingOf = ({
  seq,
  action,
  subject,
}: {
  seq: number;
  action: string;
  subject: string;
}): Outgoing[] => (directoryActions.has(action) ? [{ seq, to: directory, news: action, subject }] : []);

/** What goes on around a facility's cycle: deliveries to the directory, the bell, the alarm. */
export class FacilityDesk {
  readonly cycle: Cycle<FacilityWorkCommand, FacilityWorkOutcome, FacilityDid>;
  readonly bell: Bell;
  readonly outbox: Outbox;
  readonly #book: FacilityBook;
  readonly #parts: FacilityParts;
  readonly #facilityId: string;
  readonly #store: Store;
  readonly #local: LocalStore;
  readonly upkeep: Upkeep;
  readonly #noticeExpiry: NoticeExpiry;

  constructor(ctx: DurableObjectState, parts: FacilityParts, facilityId: string) {
    const client = parts.connect(`facility-${facilityId}`);
    this.#parts = parts;
    this.#facilityId = facilityId;
    this.#store = openStore(client, parts.batch_ms_max);
    this.#local = new LocalStore(ctx.storage);
    this.#book = new FacilityBook({
      facilityId,
      started: (head) => this.#started(head),
      committed: (done, head) => this.#committed(done, head),
    });
    this.cycle = new Cycle(this.#book, {
      clock: parts.clock,
      store: () => this.#store,
      prepare: () => migrate(client, facilityMigrations, parts.clock()),
      writing: () => this.upkeep.beforeBatch(),
      report,
    });
    this.outbox = new Outbox({
      clock: parts.clock,
      send: (_, batch) => this.#tellDirectory(batch),
      read: (from, to) => this.#outgoing(from, to),
      report,
    });
    const alarms = new Alarms(ctx.storage);
    this.#noticeExpiry = new NoticeExpiry(this.#store, parts.clock);
    this.upkeep = new Upkeep({
      clock: parts.clock,
      outbox: this.outbox,
      local: this.#local,
      alarms,
      dueAt: () => this.#noticeExpiry.nextAt(),
    });
    this.bell = new Bell(ctx, {
      permission: 'facility.claim.view',
      frames: parts.frames,
      missed: (since) => this.#missed(since),
      counters: (notices, noticesNew) => this.#counters(notices, noticesNew),
    });
  }

  get #memory() {
    return this.#book.memory;
  }

  async #tellDirectory(batch: readonly Outgoing[]): Promise<void> {
    const ref = { kind: 'facility', id: this.#facilityId } as const;
    const store = this.#store;
    await deliverToDirectory(
      { ref, store, shown: () => this.#shown() },
      openStore(this.#parts.connect('directory')),
      batch,
    );
    this.bell.told(batch);
  }

  async #shown(): Promise<Shown | null> {
    const [rows = []] = await this.#store.read([
      { sql: "select data from journal where subject = 'facility' order by seq limit 1", args: [] },
    ]);
    const text = rows[0]?.data;
    if (typeof text !== 'string') return null;
    const { profile }: { profile: { name: string } } = JSON.parse(text);
    return { slug: null, name: profile.name, profile };
  }

  async #started(head: Head): Promise<void> {
    const { applied } = this.upkeep;
    if (applied === null) this.outbox.offer(this.#local.parked());
    this.outbox.catchUp(this.upkeep.outboxFrom(head.seq), head.seq);
    if (applied === null) this.bell.startedAt(head.seq);
    else this.bell.publish((await missedEvents(this.#store, this.#memory, applied, head.seq)) ?? [], []);
    this.upkeep.afterBatch(head.seq);
  }

  async *#outgoing(from: number, to: number): AsyncGenerator<Outgoing[]> {
    for await (const entries of replay(this.#store, from, to)) yield entries.flatMap(outgoingOf);
  }

  #committed(done: readonly Done<FacilityDid>[], head: Head): void {
    const events: LiveEvent[] = [];
    const notices: NoticeGlance[] = [];
    for (const { entry, did } of done) {
      for (const moved of did.moved ?? []) events.push(facilityClaimMoved(entry, moved));
      for (const moved of did.requests ?? []) events.push(facilityRequestMoved(entry, moved));
      if (did.link) events.push(facilityLinkMoved(entry, did.link));
      for (const notice of did.notices ?? []) this.#noticeExpiry.written(notice.at);
      notices.push(...(did.notices ?? []));
      if (did.changedAccount) this.bell.end({ account: did.changedAccount });
      this.outbox.offer(outgoingOf(entry));
    }
    this.bell.publish(events, notices);
    this.upkeep.afterBatch(head.seq);
  }

  /** The alarm: deliveries that are due, whatever was not written down. */
  async rang(): Promise<void> {
    await this.upkeep.rang(async () => {
      await this.cycle.start();
      await this.#noticeExpiry.ring();
    });
  }

  /** What a person may do by this facility's own record, and the link they want to use; null: they are none of its people. */
  async knows(
    principal: Principal,
    tenantId: string,
  ): Promise<{ name: string; permissions: readonly Permission[]; link: TenantLink | null } | null> {
    const { people, links } = this.#memory;
    await this.cycle.start();
    await this.#load(() => [...people.wants(principal), { shelf: links, key: tenantId }]);
    const link = links.get(tenantId);
    if (principal.via === 'system') return { name: principal.name, permissions: principal.permissions, link };
    const { kind, id } = principal.organisation;
    const permissions =
      kind === 'facility' && id === this.#facilityId ? people.permissionsOf(principal) : null;
    return (
      permissions && { name: people.staff.peek(principal.id)?.name ?? principal.name, permissions, link }
    );
  }

  async #load(wants: () => Want[]): Promise<void> {
    for (;;) {
      const missing = wants().filter(({ shelf, key }) => !shelf.has(key));
      if (missing.length === 0) return;
      const answers = await this.#store.read(missing.map(({ shelf, key }) => shelf.load([key])));
      missing.forEach(({ shelf, key }, i) => {
        shelf.fill([key], answers[i] ?? []);
      });
    }
  }

  /** Takes in what a tenant tells; rejects when some of it could not be, so that it is told again. */
  async takeIn(tenantId: string, messages: readonly FacilityMessage[]): Promise<{ seq: number }> {
    const organisation = { kind: 'facility', id: this.#facilityId } as const;
    const principal: Principal = {
      id: 'system',
      name: 'Vetra',
      via: 'system',
      organisation,
      permissions: [],
    };
    const seq = Math.max(0, ...messages.map((message) => message.seq));
    const answer = await this.cycle.submit({
      id: `${tenantId}:${seq}`,
      principal,
      command: { type: 'TakeInMessages', input: { tenantId, messages: [...messages] } },
    });
    if (answer.refused && !takenAnyway.has(answer.code)) throw new Error(answer.message);
    return { seq };
  }

  async counts(): Promise<Counts> {
    await this.cycle.start();
    return this.#countsNow();
  }

  #countsNow(): Counts {
    const { tally, waiting } = this.#memory;
    const requests = waiting.committed().size;
    return { seq: this.upkeep.applied ?? 0, byState: tally.totals(), late: 0, proposals: 0, requests };
  }

  #counters(notices: NoticeGlance[], noticesNew: number): CountersMoved {
    const counts = this.#countsNow();
    return {
      kind: 'counters-moved',
      seq: counts.seq,
      at: this.#parts.clock(),
      counts,
      figures: null,
      notices,
      noticesNew,
    };
  }

  async #missed(since: number): Promise<{ events: LiveEvent[] | null; upTo: number }> {
    await this.cycle.start();
    const upTo = this.upkeep.applied ?? 0;
    return { events: await missedEvents(this.#store, this.#memory, since, upTo), upTo };
  }
}

/** Refusals after which a message need not come again: a newer version is here, or this very number carried another one of it. */
const takenAnyway: ReadonlySet<string> = new Set(['stale', 'id_reused']);
