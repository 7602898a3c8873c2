import type { Answer, Envelope, TenantCommand, TenantOutcome } from '../../schema/commands.ts';
import type { Judgement } from '../../schema/domain/adjudication/judgement.ts';
import type { DeskFigures } from '../../schema/domain/dashboard/figures.ts';
import type { Moment } from '../../schema/domain/dates.ts';
import type { Principal } from '../../schema/domain/permissions.ts';
import type { Batch } from '../../schema/domain/piles/batch.ts';
import type { PileKey } from '../../schema/domain/piles/pile.ts';
import type { Remaining } from '../../schema/domain/piles/remaining.ts';
import { type Refusal, refuse } from '../../schema/domain/refusal.ts';
import { unavailable } from '../actor/job.ts';
import type { Lease } from '../actor/live-event.ts';
import { OrganisationActor } from '../actor/organisation-actor.ts';
import type { TenantParts } from '../actor/parts.ts';
import { report } from '../actor/report.ts';
import { awaitedBy } from './awaited-by.ts';
import { TenantDesk } from './desk.ts';
import type { Access } from './files/access-log.ts';
import type { PieceSent } from './files/file-desk.ts';
import type { PileDue, PilesByDue } from './piles/dues.ts';
import type {
  AssessQuestion,
  DryRunQuestion,
  EligibilityAnswer,
  EligibilityQuestion,
  JudgementAnswer,
} from './questions.ts';
import type { QueuePage, QueueQuestion } from './queue.ts';

type DecideBatchCommand = Extract<TenantCommand, { type: 'DecideBatch' }>;

/** An answer, or that the records cannot be reached: errors lose their meaning on their way to the worker. */
async function answered<T>(answer: Promise<T>): Promise<T | Refusal> {
  try {
    return await answer;
  } catch (error) {
    report('a question has no answer', error);
    return unavailable();
  }
}

/** The only writer of one tenant's database. The worker subclasses it, handing in its parts; see `executeOn` for typed calls. */
export abstract class TenantActor extends OrganisationActor<TenantCommand, TenantOutcome, TenantDesk> {
  constructor(ctx: DurableObjectState, env: unknown, parts: TenantParts) {
    const deskOf = (id: string) => new TenantDesk(ctx, parts, id);
    super(ctx, env, { kind: 'tenant', opening: 'OpenTenant', parts, deskOf });
  }

  protected override awaited(envelope: Envelope<TenantCommand>): string | null {
    return awaitedBy(envelope);
  }

  /** Decides every claim of a batch and tells what became of each; sent again, it changes nothing and tells the same. */
  async decideBatch(envelope: Envelope<DecideBatchCommand>): Promise<Batch | Refusal> {
    const answer = await this.desk.cycle.submit(envelope);
    if (answer.refused && answer.code !== 'wrong_state') return answer;
    const settled = this.desk.works.batches.settled(envelope.command.input.batchId);
    const batch = await answered(settled);
    return batch ?? refuse('not_found', 'There is no such batch.');
  }

  /** What a command needs done before it is decided: an upload that is finished is read through first. */
  override async executeAll(envelopes: Envelope<TenantCommand>[]): Promise<Answer<TenantOutcome>[]> {
    try {
      await Promise.all(envelopes.map((envelope) => this.desk.files.desk.beforeFinish(envelope)));
    } catch (error) {
      report('a file could not be looked at', error);
      return envelopes.map(unavailable);
    }
    return super.executeAll(envelopes);
  }

  /** Stores a piece of a file that is on its way; the same one again changes nothing. */
  async storePiece(sent: PieceSent): Promise<{ refused?: false } | Refusal> {
    return answered(this.desk.files.desk.store(sent));
  }

  /** Which pieces of an upload are here. */
  async arrivedPieces(
    principal: Principal,
    uploadId: string,
  ): Promise<{ refused?: false; have: number[] } | Refusal> {
    return answered(this.desk.files.desk.arrived(principal, uploadId));
  }

  /** Notes that somebody looked at something; resolves when that is durable. */
  async recordAccess(access: Access): Promise<Refusal | { refused?: false }> {
    return answered(this.desk.files.accesses.record(access).then(() => ({})));
  }

  /** A page of the queue. (The runtime keeps the name `queue` for itself.) */
  async queuePage(question: QueueQuestion): Promise<QueuePage> {
    return this.desk.overview.queue(question);
  }

  /** What a manager's dashboard shows. */
  async figures(): Promise<DeskFigures & { seq: number }> {
    return this.desk.overview.figures();
  }

  /** The oldest due moment of each of these piles; null: no clock runs in it. */
  async pileDues(piles: PileKey[]): Promise<(Moment | null)[]> {
    return this.desk.overview.pileDues(piles);
  }

  /** What is open in a pile and cannot be vetted by this person now. */
  async pileRemaining(question: { pile: PileKey; principal: Principal }): Promise<Remaining> {
    return this.desk.overview.pileRemaining(question);
  }

  /** Piles in the order of their oldest due moments. */
  async pilesByDue(question: PilesByDue): Promise<PileDue[]> {
    return this.desk.overview.pilesByDue(question);
  }

  /** Who holds these claims now; a claim nobody holds is left out. */
  async leases(ids: number[]): Promise<{ id: number; lease: Lease }[]> {
    return this.desk.overview.leases(ids);
  }

  /** Prolongs a lease the account holds; false: it holds none any more. */
  async renewLease({ id, accountId }: { id: number; accountId: string }): Promise<boolean> {
    return this.desk.overview.renew(id, accountId);
  }

  /** What the engine says now of a filed claim. */
  async judgement(number: string): Promise<JudgementAnswer | Refusal> {
    return answered(this.desk.inquiries.judgement(number));
  }

  /** What the engine says now of a filed request for permission. */
  async requestJudgement(number: string): Promise<Judgement | Refusal> {
    return answered(this.desk.inquiries.requestJudgement(number));
  }

  /** What the engine says of a claim, or of a request for permission, while it is typed. */
  async assess(question: AssessQuestion): Promise<Judgement | Refusal> {
    return answered(this.desk.inquiries.assess(question));
  }

  /** What adjudication would say of a claim if it were filed now. */
  async dryRun(question: DryRunQuestion): Promise<Judgement | Refusal> {
    return answered(this.desk.inquiries.dryRun(question));
  }

  /** What a person is covered for on a day. */
  async eligibility(question: EligibilityQuestion): Promise<EligibilityAnswer | Refusal> {
    return answered(this.desk.inquiries.eligibility(question));
  }
}
