import type { Row } from '@libsql/client/web';
import type { Found, StoredFile } from '../../schema/domain/attachments/stored-file.ts';
import type { Authorization } from '../../schema/domain/authorizations/authorization.ts';
import type { FamilyAccount } from '../../schema/domain/benefits/account.ts';
import type { Claim } from '../../schema/domain/claims/claim.ts';
import type { Hold } from '../../schema/domain/claims/lease.ts';
import type { SavedViews } from '../../schema/domain/claims/saved-views.ts';
import type { CalendarDate, Moment } from '../../schema/domain/dates.ts';
import type { Import } from '../../schema/domain/imports/import.ts';
import type { HeldSubject } from '../../schema/domain/investigations/hold-subject.ts';
import type { Investigation } from '../../schema/domain/investigations/investigation.ts';
import type { Browsers } from '../../schema/domain/notifications/browser.ts';
import type { Batch } from '../../schema/domain/piles/batch.ts';
import type { ServiceGroup } from '../../schema/domain/plans/plan.ts';
import type { Refusal } from '../../schema/domain/refusal.ts';
import type { TenantSettings } from '../../schema/domain/tenant-settings.ts';
import type { Visit } from '../../schema/domain/visits/visit.ts';
import { People } from '../actor/authorize.ts';
import { Counter, type Layer, LayeredMap } from '../actor/layer.ts';
import { Recent } from '../actor/recent.ts';
import { noticeMarkRows } from '../actor/rows.ts';
import { Shelf } from '../actor/shelf.ts';
import type { Statement } from '../actor/store.ts';
import { Tally } from '../actor/tally.ts';
import { authorizationKind, firstDue, momentOf } from './memory/authorizations.ts';
import { baselineKind, type KeptBaseline } from './memory/baselines.ts';
import { batchKind } from './memory/batches.ts';
import { accountKind, ledgerRows } from './memory/benefits.ts';
import { type Booked, bookedKind } from './memory/booked.ts';
import { claimKind, type Filed, filedKind } from './memory/claims.ts';
import { type Client, clientKind } from './memory/clients.ts';
import { DayTally } from './memory/day-tally.ts';
import { type Enrollee, enrolleeKind } from './memory/enrollees.ts';
import { type Family, familyKind } from './memory/families.ts';
import { type Folder, fileKind, folderKind } from './memory/files.ts';
import { type Chunk, chunkKind, importKind, stagedRows } from './memory/imports.ts';
import { heldKind, investigationKind } from './memory/investigations.ts';
import { type HeldLimits, limitsKind } from './memory/limits.ts';
import { memberNoticeRows } from './memory/member-notices.ts';
import { type Link, linkKind } from './memory/network.ts';
import { browsersKind } from './memory/notifications.ts';
import { type PersonMonth, personMonthKind } from './memory/person-months.ts';
import { type PersonRequests, personRequestsKind } from './memory/person-requests.ts';
import { PileTally } from './memory/pile-tally.ts';
import { dayOf, firstMove, planMoveRows } from './memory/plan-moves.ts';
import { type PlanDraft, type PublishedPlan, planDraftKind, planKind } from './memory/plans.ts';
import { type Priced, priceKind } from './memory/prices.ts';
import { RiskEventRows } from './memory/risk-events.ts';
import { RiskTally } from './memory/risk-tally.ts';
import { savedViewsKind } from './memory/saved-views.ts';
import { Sendings } from './memory/sendings.ts';
import { type Service, serviceGroupKind, serviceKind } from './memory/services.ts';
import { only, type ReasonCodes, reasonsKind, settingsKind } from './memory/settings.ts';
import { type Uses, useRows, usesKind } from './memory/uses.ts';
import { visitKind } from './memory/visits.ts';
import { noOrder, type PlaceOrder } from './piles/order.ts';

/** What a tenant's actor holds in memory; all of it can be loaded again. */
export class TenantMemory {
  readonly people = new People();
  readonly settings = new Shelf<TenantSettings>(settingsKind);
  readonly reasons = new Shelf<ReasonCodes>(reasonsKind);
  readonly limits = new Shelf<HeldLimits>(limitsKind);
  readonly clients = new Shelf<Client>(clientKind);
  readonly links = new Shelf<Link>(linkKind);
  readonly services = new Shelf<Service>(serviceKind);
  readonly serviceGroups = new Shelf<ServiceGroup>(serviceGroupKind);
  readonly plans = new Shelf<PublishedPlan>(planKind);
  readonly planDrafts = new Shelf<PlanDraft>(planDraftKind);
  readonly prices = new Shelf<Priced>(priceKind);
  readonly enrollees = new Shelf<Enrollee>(enrolleeKind);
  readonly families = new Shelf<Family>(familyKind);
  /** moves to another plan that were recorded, or gone through */
  readonly planMoves = planMoveRows();
  /** the first day of one that waits, as memory began */
  firstMoveOn: CalendarDate | null = null;
  readonly claims = new Shelf<Claim>(claimKind);
  readonly filed = new Shelf<Filed>(filedKind);
  readonly authorizations = new Shelf<Authorization>(authorizationKind);
  readonly personRequests = new Shelf<PersonRequests>(personRequestsKind);
  readonly authorizationIds = new Counter();
  /** requests that wait for their answer, by running number */
  readonly waitingRequests = new LayeredMap<true>();
  /** when something happened with a request by itself next, as memory began */
  firstDueAt: Moment | null = null;
  readonly browsers = new Shelf<Browsers>(browsersKind);
  readonly sendings = new Sendings();
  readonly uses = new Shelf<Uses>(usesKind);
  readonly useRows = useRows();
  readonly accounts = new Shelf<FamilyAccount>(accountKind);
  readonly ledger = ledgerRows();
  readonly booked = new Shelf<Booked>(bookedKind);
  readonly personMonths = new Shelf<PersonMonth>(personMonthKind);
  readonly baselines = new Shelf<KeptBaseline>(baselineKind);
  readonly riskEvents = new RiskEventRows();
  readonly riskTally = new RiskTally();
  readonly investigations = new Shelf<Investigation>(investigationKind);
  readonly investigationIds = new Counter();
  readonly held = new Shelf<HeldSubject>(heldKind);
  readonly leases = new LayeredMap<Hold>();
  readonly claimIds = new Counter();
  readonly tally = new Tally({ groups: true });
  readonly piles = new PileTally();
  readonly days = new DayTally();
  /** claims that wait for a second person, by id */
  readonly proposals = new LayeredMap<true>();
  readonly batches = new Shelf<Batch>(batchKind);
  /** the queue's order, once the actor has one */
  order: PlaceOrder = noOrder;
  readonly imports = new Shelf<Import>(importKind);
  readonly importChunks = new Shelf<Chunk>(chunkKind);
  readonly stagedRows = stagedRows();
  readonly files = new Shelf<StoredFile>(fileKind);
  readonly folders = new Shelf<Folder>(folderKind);
  /** what was found of files that are about to be finished; a note between two steps, lost without harm */
  readonly found = new Recent<Found | Refusal>(100);
  readonly visits = new Shelf<Visit>(visitKind);
  readonly visitIds = new Counter();
  readonly marks = noticeMarkRows();
  readonly memberNotices = memberNoticeRows();
  readonly savedViews = new Shelf<SavedViews>(savedViewsKind);

  /** In the order in which their rows may refer to one another. */
  readonly layers: readonly Layer[] = [
    this.settings,
    ...this.people.layers,
    this.reasons,
    this.limits,
    this.clients,
    this.links,
    this.serviceGroups,
    this.services,
    this.plans,
    this.planDrafts,
    this.prices,
    this.enrollees,
    this.families,
    this.planMoves,
    this.claims,
    this.filed,
    this.authorizations,
    this.personRequests,
    this.authorizationIds,
    this.waitingRequests,
    this.browsers,
    this.sendings,
    this.uses,
    this.useRows,
    this.ledger,
    this.booked,
    this.accounts,
    this.personMonths,
    this.baselines,
    this.riskEvents,
    this.riskTally,
    this.investigations,
    this.investigationIds,
    this.held,
    this.leases,
    this.claimIds,
    this.tally,
    this.piles,
    this.days,
    this.proposals,
    this.batches,
    this.imports,
    this.importChunks,
    this.stagedRows,
    this.files,
    this.folders,
    this.visits,
    this.visitIds,
    this.marks,
    this.memberNotices,
    this.savedViews,
  ];

  /** Small, and wanted by nearly every command: read when the actor wakes. */
  readonly starting: readonly Statement[] = [
    settingsKind.read([]),
    reasonsKind.read([]),
    { sql: 'select coalesce(max(id), 0) as last from claims', args: [] },
    this.tally.reading,
    ...this.days.reading,
    { sql: 'select id from claims where proposed is not null', args: [] },
    { sql: 'select coalesce(max(id), 0) as last from investigations', args: [] },
    { sql: 'select coalesce(max(id), 0) as last from authorizations', args: [] },
    firstDue,
    { sql: 'select id from authorizations where answer_by is not null', args: [] },
    { sql: 'select coalesce(max(id), 0) as last from visits', args: [] },
    firstMove,
  ];

  start(answers: Row[][]): void {
    const [settings = [], reasons = [], last = [], totals = [], ...more] = answers;
    const [arrivals = [], decisions = [], proposals = [], investigations = [], ...others] = more;
    const [authorizations = [], due = [], waiting = [], visits = [], moves = []] = others;
    this.settings.fill([only], settings);
    this.reasons.fill([only], reasons);
    this.claimIds.restore(Number(last[0]?.last ?? 0));
    this.tally.restore(totals);
    this.days.restore(arrivals, decisions);
    this.proposals.restoreAll(proposals.map((row) => [String(row.id), true]));
    this.investigationIds.restore(Number(investigations[0]?.last ?? 0));
    this.authorizationIds.restore(Number(authorizations[0]?.last ?? 0));
    this.firstDueAt = momentOf(due);
    this.firstMoveOn = dayOf(moves);
    this.waitingRequests.restoreAll(waiting.map((row) => [String(row.id), true]));
    this.visitIds.restore(Number(visits[0]?.last ?? 0));
  }
}
