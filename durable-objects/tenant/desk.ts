import type { TenantCommand, TenantOutcome } from '../../schema/commands.ts';
import type { Principal } from '../../schema/domain/permissions.ts';
import { pileOf } from '../../schema/domain/piles/pile.ts';
import type { TellClientPeople } from '../../schema/forms/portal.ts';
import { Alarms } from '../actor/alarms.ts';
import { Bell } from '../actor/bell.ts';
import type { Done } from '../actor/book.ts';
import { Cycle } from '../actor/cycle.ts';
import type { Head } from '../actor/journal.ts';
import type { Counts, LiveEvent, NoticeGlance } from '../actor/live-event.ts';
import { LocalStore } from '../actor/local-store.ts';
import { migrate } from '../actor/migrations.ts';
import { Outbox, type Outgoing } from '../actor/outbox.ts';
import type { TenantParts } from '../actor/parts.ts';
import { report } from '../actor/report.ts';
import { openStore, type Store } from '../actor/store.ts';
import { Upkeep } from '../actor/upkeep.ts';
import { TenantBook } from './book.ts';
import { catchUpView, missedEvents, outgoingBetween } from './catch-up.ts';
import { deliver, outgoingOf } from './deliveries.ts';
import { alsoMoved, authorizationMoved, claimMoved, importMoved, linkMoved, rankingMoved } from './events.ts';
import { tenantFiles } from './files/tenant-files.ts';
import type { TenantDid } from './handler.ts';
import { Holds } from './holds.ts';
import { Inquiries } from './inquiries.ts';
import { isMember, isUrgentDelivery } from './member-deliveries.ts';
import { only } from './memory/settings.ts';
import { tenantMigrations } from './migrations.ts';
import { Overview } from './overview.ts';
import { PileWatch } from './piles/watch.ts';
import { linksOf } from './read-links.ts';
import { Rebuild } from './rebuild.ts';
import { SealedCursors } from './sealed-cursor.ts';
import { View } from './view.ts';
import { Works } from './works.ts';

/** What goes on around a tenant's cycle: the view, leases, deliveries, the bell, the alarm. */
export class TenantDesk {
  readonly cycle: Cycle<TenantCommand, TenantOutcome, TenantDid>;
  readonly bell: Bell;
  readonly outbox: Outbox;
  readonly #book: TenantBook;
  readonly #parts: TenantParts;
  readonly #tenantId: string;
  readonly #store: Store;
  readonly #local: LocalStore;
  readonly #view: View;
  readonly upkeep: Upkeep;
  readonly inquiries: Inquiries;
  readonly #system: Principal;
  readonly overview: Overview;
  readonly works: Works;
  readonly #pileWatch: PileWatch;
  readonly files: ReturnType<typeof tenantFiles>;
  readonly #rebuild: Rebuild;

  constructor(ctx: DurableObjectState, parts: TenantParts, tenantId: string) {
    const database = `tenant-${tenantId}`;
    const client = parts.connect(database);
    this.#parts = parts;
    this.#tenantId = tenantId;
    this.#store = openStore(client, parts.batch_ms_max);
    this.#local = new LocalStore(ctx.storage);
    this.#view = new View(this.#local);
    this.#rebuild = new Rebuild({ store: this.#store, view: this.#view, clock: parts.clock });
    this.#book = new TenantBook({
      tenantId,
      random: parts.random,
      isHere: (account) => this.bell.hears(account),
      hasBucket: parts.bucket !== undefined,
      started: (head) => this.#started(head),
      committed: (done, head) => this.#committed(done, head),
    });
    this.cycle = new Cycle(this.#book, {
      clock: parts.clock,
      store: () => this.#store,
      prepare: () => migrate(client, tenantMigrations, parts.clock()),
      writing: () => this.upkeep.beforeBatch(),
      report,
    });
    const organisation = { kind: 'tenant', id: tenantId } as const;
    this.#system = { id: 'system', name: 'Vetra', via: 'system', organisation, permissions: [] };
    const holds = new Holds(this.#book.memory, this.#view, this.#store, parts.clock);
    this.inquiries = new Inquiries({
      memory: this.#book.memory,
      store: this.#store,
      clock: parts.clock,
      look: (wants, answer) => this.cycle.look(wants, answer),
      system: this.#system,
    });
    this.#memory.order = this.#view;
    this.files = tenantFiles(parts, {
      memory: this.#memory,
      store: this.#store,
      look: (wants, answer) => this.cycle.look(wants, answer),
      bySystem: (id, command) => this.works.bySystem(id, command),
    });
    this.works = new Works({
      files: this.files.expiry,
      rebuild: this.#rebuild,
      memory: this.#memory,
      view: this.#view,
      store: this.#store,
      holds,
      messenger: parts.messenger(tenantId),
      clock: parts.clock,
      system: this.#system,
      look: (wants, answer) => this.cycle.look(wants, answer),
      submit: (envelope) => this.cycle.submit(envelope),
    });
    this.outbox = new Outbox({
      clock: parts.clock,
      send: async (to, batch) => {
        await deliver(this.#deliveryParts(), to, batch);
        this.bell.told(batch);
      },
      read: (from, to) => outgoingBetween(this.#store, from, to),
      report,
      isMany: isMember,
    });
    this.upkeep = this.#upkeepOf(ctx);
    this.overview = this.#overviewWith(holds);
    this.bell = this.#bellOf(ctx);
    this.#pileWatch = this.#pileWatchOf();
  }

  #upkeepOf(ctx: DurableObjectState): Upkeep {
    return new Upkeep({
      clock: this.#parts.clock,
      outbox: this.outbox,
      local: this.#local,
      alarms: new Alarms(ctx.storage),
      write: (applied) => {
        if (this.#view.isDirty || this.#view.cursor !== applied) this.#view.flush(applied);
      },
      dueAt: () => this.works.nextAt(),
    });
  }

  #overviewWith(holds: Holds): Overview {
    const { upkeep } = this;
    const { clock } = this.#parts;
    const start = () => this.cycle.start();
    const [memory, view, store] = [this.#memory, this.#view, this.#store];
    const cursors = new SealedCursors(this.#parts.cursorKey(this.#tenantId));
    return new Overview({ memory, view, store, cursors, holds, upkeep, clock, start });
  }

  #pileWatchOf(): PileWatch {
    return new PileWatch({
      store: this.#store,
      clock: this.#parts.clock,
      applied: () => this.upkeep.applied ?? 0,
      currency: () => this.#memory.settings.durable(only)?.currency ?? '',
      looksAt: (topic) => this.bell.looksAt(topic),
      publish: (events) => this.bell.publish(events, []),
    });
  }

  #bellOf(ctx: DurableObjectState): Bell {
    return new Bell(ctx, {
      permission: 'claim.view',
      frames: this.#parts.frames,
      missed: (since) => this.#missed(since),
      counters: (notices, noticesNew) => this.overview.counters(notices, noticesNew),
    });
  }

  get #memory() {
    return this.#book.memory;
  }

  #deliveryParts() {
    const { connect, facility, member, clock } = this.#parts;
    return {
      tenantId: this.#tenantId,
      store: this.#store,
      directory: () => openStore(connect('directory')),
      facility,
      member,
      clock,
      shown: () => this.#memory.settings.durable(only) ?? null,
      remembered: (id: number) => this.#memory.claims.durable(String(id)),
      rememberedRequest: (key: string) => this.#memory.authorizations.durable(key),
      reopen: async (
        id: string,
        { number, version }: { number: string; version: number },
        reason: string,
      ) => {
        await this.works.bySystem(id, { type: 'ReopenClaim', input: { number, version, reason } });
      },
      tellPeople: (id: string, input: TellClientPeople) =>
        this.works.bySystem(id, { type: 'TellClientPeople', input }),
      link: async (id: string) => (await linksOf(this.#store, this.#memory, [id]))[0] ?? null,
    };
  }

  /** Memory is loaded up to `head`: what view, leases and outbox have missed is caught up with. */
  async #started(head: Head): Promise<void> {
    const [store, view] = [this.#store, this.#view];
    const { applied } = this.upkeep;
    if (applied === null) this.outbox.offer(this.#local.parked());
    this.outbox.catchUp(this.upkeep.outboxFrom(head.seq), head.seq);
    if (applied === null) {
      for (const [id, hold] of view.holds()) this.#memory.leases.restore(id, hold);
      await this.#startView(head);
      this.bell.startedAt(head.seq);
    } else {
      await catchUpView(store, this.#memory, view, applied, head.seq);
      this.bell.publish((await missedEvents(store, this.#memory, applied, head.seq)) ?? [], []);
    }
    this.upkeep.afterBatch(head.seq);
    this.works.started();
  }

  async #startView(head: Head): Promise<void> {
    const { cursor } = this.#view;
    if (head.seq === 0) this.#view.begin();
    if (cursor === null) this.#view.flush(head.seq);
    else await catchUpView(this.#store, this.#memory, this.#view, cursor, head.seq);
    this.#rebuild.run();
  }

  /** Waits until a view that was lost is whole again; meanwhile pages are read from the database. */
  async isWhole(): Promise<boolean> {
    await this.cycle.start();
    await this.#rebuild.isDone();
    return this.#view.complete;
  }

  #committed(done: readonly Done<TenantDid>[], head: Head): void {
    const events: LiveEvent[] = [];
    const notices: NoticeGlance[] = [];
    const urgent: Outgoing[] = [];
    for (const each of done) {
      const { entry, notice, did } = each;
      const { claim } = did;
      if (claim) {
        this.#view.apply(claim);
        const id = String(claim.id);
        this.#view.applyHold(id, this.#memory.leases.committed().get(id) ?? null);
        events.push(claimMoved(this.#memory, entry, claim));
        this.#pileWatch.touched(pileOf(claim));
      }
      for (const also of did.also ?? []) {
        this.#view.apply(also);
        this.#pileWatch.touched(pileOf(also));
        // That somebody was told, or a place is another, is not told claim by claim.
        if (!did.ranking && entry.action !== 'TellOfDue') events.push(alsoMoved(this.#memory, entry, also));
      }
      for (const each of did.authorizations ?? []) events.push(authorizationMoved(this.#memory, entry, each));
      if (did.ranking) events.push(rankingMoved(entry, did.ranking));
      if (did.link && did.linkNews) events.push(linkMoved(entry, did.link, did.linkNews));
      if (did.import) events.push(importMoved(this.#memory, entry, did.import));
      const outgoing = outgoingOf(entry, JSON.parse(entry.data));
      this.outbox.offer(outgoing);
      urgent.push(...outgoing.filter(isUrgentDelivery));
      if (notice)
        notices.push({
          seq: entry.seq,
          at: entry.at,
          kind: notice.kind,
          audience: notice.audience,
          subject: notice.subject,
        });
      if (did.changedAccount) this.bell.end({ account: did.changedAccount });
      for (const file of did.files ?? []) this.files.expiry.moved(file);
      this.works.after(each);
    }
    for (const { to } of urgent) this.upkeep.deliverNow(to);
    this.bell.publish(events, notices);
    this.upkeep.afterBatch(head.seq);
  }

  /** The alarm: whatever fell due, deliveries, what was not written down. */
  async rang(): Promise<void> {
    await this.upkeep.rang(async () => {
      await this.cycle.start();
      await this.works.ring();
    });
  }

  counts(): Promise<Counts> {
    return this.overview.counts();
  }

  async #missed(since: number): Promise<{ events: LiveEvent[] | null; upTo: number }> {
    await this.cycle.start();
    const upTo = this.upkeep.applied ?? 0;
    return { events: await missedEvents(this.#store, this.#memory, since, upTo), upTo };
  }
}
