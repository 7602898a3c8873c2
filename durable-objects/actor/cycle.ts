import type { Row } from '@libsql/client/web';
import type { Answer, Envelope } from '../../schema/commands.ts';
import { isRefusal } from '../../schema/domain/refusal.ts';
import type { AnyCommand, Book, Want } from './book.ts';
import { Crowd } from './crowd.ts';
import { type Decided, entered, statementsOf } from './decided.ts';
import { idReused, Job, resolveRecorded, tooMany, unavailable } from './job.ts';
import { type Head, headOf, readHead, readRecorded } from './journal.ts';
import { Loading } from './loading.ts';
import type { CycleParts } from './parts.ts';
import { Question } from './question.ts';
import { RecentIds } from './recent-ids.ts';
import { isConstraint } from './store.ts';
import { cycle_max, Turns } from './turns.ts';

/** A batch refused over a constraint is decided anew, alone, this often. */
const attempts_max = 3;
const loads_max = 8;

/**
 * A command's way through an actor: the load pump brings what commands need into memory, the write pump decides them
 * in order and writes one batch a cycle; only then are they answered.
 */
export class Cycle<Command extends AnyCommand, Outcome extends object, Did> {
  readonly #book: Book<Command, Outcome, Did>;
  readonly #parts: CycleParts;
  readonly #inFlight = new Map<string, Job<Command, Outcome>>();
  readonly #crowd = new Crowd();
  readonly #waiting: Turns<Job<Command, Outcome>>;
  readonly #ready: Turns<Job<Command, Outcome>>;
  /** their batch was refused: each is decided anew in a batch of its own */
  readonly #alone: Job<Command, Outcome>[] = [];
  #questions: Question[] = [];
  #loading = false;
  #writing = false;
  #prepared = false;
  /** a repetition of these is never written, because a batch refused over one is everybody's, and costs the memory */
  readonly #done = new RecentIds();
  #head: Head | null = null;
  #starting: Promise<Head> | null = null;
  /** raised when memory was forgotten: what was loaded under an older one is loaded again */
  #epoch = 0;

  constructor(book: Book<Command, Outcome, Did>, parts: CycleParts) {
    this.#book = book;
    this.#parts = parts;
    const isUrgent = ({ envelope }: Job<Command, Outcome>) => book.isUrgent(envelope.command);
    this.#waiting = new Turns(isUrgent);
    this.#ready = new Turns(isUrgent);
  }

  /** Does one command. Sent twice while it is under way, both get its answer. */
  async submit(envelope: Envelope<Command>): Promise<Answer<Outcome>> {
    const job = new Job<Command, Outcome>(envelope);
    const twin = this.#inFlight.get(envelope.id);
    if (twin) {
      if (twin.inputHash !== job.inputHash) return idReused();
      const answer = await twin.answer;
      return answer.refused ? answer : { ...answer, repeated: true };
    }
    if (!this.#crowd.enter(envelope.principal)) return tooMany();
    this.#inFlight.set(envelope.id, job);
    this.#route(job);
    this.#pump();
    try {
      return await job.answer;
    } finally {
      this.#inFlight.delete(envelope.id);
      this.#crowd.leave(envelope.principal);
    }
  }

  /**
   * Answers a question from memory, loading what it wants first; it changes nothing. Rejects while the database cannot be
   * reached.
   */
  look<T>(wants: () => Want[], answer: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      const question = new Question(wants, () => resolve(answer()), reject);
      if (this.#head && question.settle()) return;
      this.#questions.push(question);
      this.#pump();
    });
  }

  /** The journal's end, once memory has started from it. Rejects while the database cannot be reached. */
  start(): Promise<Head> {
    if (this.#head) return Promise.resolve(this.#head);
    this.#starting ??= this.#startNow().finally(() => {
      this.#starting = null;
    });
    return this.#starting;
  }

  async #startNow(): Promise<Head> {
    for (;;) {
      const epoch = this.#epoch;
      if (!this.#prepared) await this.#parts.prepare();
      this.#prepared = true;
      const [headRows = [], ...answers] = await this.#parts.store().read([readHead, ...this.#book.starting]);
      const head = headOf(headRows);
      if (epoch !== this.#epoch) continue;
      await this.#book.started(answers, head);
      if (epoch !== this.#epoch) continue;
      this.#head = head;
      return head;
    }
  }

  #pump(): void {
    if (this.#waiting.size + this.#questions.length > 0 && !this.#loading) void this.#loadPump();
    if (this.#ready.size + this.#alone.length > 0 && !this.#writing) void this.#writePump();
  }

  /** To be decided if all it needs is in memory; else to be loaded. A rule that throws harms only its own command. */
  #route(job: Job<Command, Outcome>): void {
    const missing = this.#missing(job);
    if (!missing) return;
    const isNew = job.checked || (job.attempts === 0 && !this.#done.has(job.envelope.id));
    job.missing = missing;
    if (!this.#head || missing.length > 0 || !isNew) this.#waiting.push(job);
    else if (job.attempts > 0) this.#alone.push(job);
    else this.#ready.push(job);
  }

  #missing(job: Job<Command, Outcome>): Want[] | null {
    try {
      return this.#book.wants(job.envelope).filter(({ shelf, key }) => !shelf.has(key));
    } catch (error) {
      this.#fail(job, error);
      return null;
    }
  }

  #fail(job: Job<Command, Outcome>, error: unknown): void {
    this.#parts.report(`${job.envelope.command.type} failed`, error);
    job.resolve(unavailable());
  }

  async #loadPump(): Promise<void> {
    this.#loading = true;
    while (this.#waiting.size + this.#questions.length > 0) {
      const jobs = this.#waiting.take();
      const questions = this.#questions.splice(0, cycle_max);
      try {
        await this.start();
        await this.#load(jobs, questions);
      } catch (error) {
        this.#parts.report('loading failed', error);
        for (const job of jobs) job.resolve(unavailable());
        for (const question of questions) question.fail(error);
      }
      this.#pump();
    }
    this.#loading = false;
  }

  async #load(jobs: Job<Command, Outcome>[], questions: Question[]): Promise<void> {
    const epoch = this.#epoch;
    for (const job of jobs) job.loadsUnder(epoch);
    const loading = new Loading([
      ...jobs.flatMap((job) => job.takeMissing() ?? this.#missing(job) ?? []),
      ...questions.flatMap((question) => question.missing()),
    ]);
    const unchecked = jobs.filter((job) => !job.checked && !job.answered);
    this.#trim();
    const statements = loading.begin();
    if (unchecked.length > 0) statements.push(readRecorded(unchecked.map((job) => job.envelope.id)));
    const answers = statements.length > 0 ? await this.#parts.store().read(statements) : [];
    if (epoch === this.#epoch) {
      this.#check(unchecked, unchecked.length > 0 ? (answers.pop() ?? []) : []);
      loading.end(answers);
    }
    for (const question of questions) if (!question.settle()) this.#questions.push(question);
    for (const job of jobs) {
      if (job.answered) continue;
      if (job.loads > loads_max) this.#fail(job, new Error('what it wants never ends'));
      else this.#route(job);
    }
  }

  #check(jobs: readonly Job<Command, Outcome>[], rows: Row[]): void {
    for (const job of resolveRecorded(jobs, rows, true)) this.#done.add(job.envelope.id);
    for (const job of jobs) job.checked = true;
  }

  async #writePump(): Promise<void> {
    this.#writing = true;
    while (this.#ready.size + this.#alone.length > 0) {
      const jobs = this.#alone.length > 0 ? this.#alone.splice(0, 1) : this.#ready.take();
      try {
        await this.#writeCycle(jobs);
      } catch (error) {
        // Only a mistake of ours gets here; nobody may be left waiting for it.
        this.#forget();
        for (const job of jobs) if (!job.answered) this.#fail(job, error);
      }
      this.#pump();
    }
    this.#writing = false;
  }

  async #writeCycle(jobs: readonly Job<Command, Outcome>[]): Promise<void> {
    const decided = this.#decideAll(jobs);
    const last = decided[decided.length - 1];
    if (!last) return;
    this.#parts.writing();
    try {
      await this.#parts.store().write(statementsOf(decided, this.#book.layers));
    } catch (error) {
      await this.#settle(decided, error);
      return;
    }
    this.#head = { seq: last.done.entry.seq, hash: last.done.entry.hash };
    for (const layer of this.#book.layers) layer.commit();
    if (!this.#loading) this.#trim();
    for (const { job, outcome, done } of decided) {
      this.#done.add(job.envelope.id);
      job.resolve({ seq: done.entry.seq, outcome, repeated: false });
    }
    this.#book.committed(
      decided.map(({ done }) => done),
      this.#head,
    );
  }

  #decideAll(jobs: readonly Job<Command, Outcome>[]): Decided<Command, Outcome, Did>[] {
    const decided: Decided<Command, Outcome, Did>[] = [];
    for (const job of jobs) {
      const head = decided[decided.length - 1]?.done.entry ?? this.#head;
      const missing = this.#missing(job);
      if (!missing) continue;
      if (!head || missing.length > 0) {
        this.#waiting.push(job);
        continue;
      }
      try {
        const one = this.#decide(job, head);
        for (const layer of this.#book.layers) one ? layer.keep() : layer.drop();
        if (one) decided.push(one);
      } catch (error) {
        for (const layer of this.#book.layers) layer.drop();
        this.#fail(job, error);
      }
    }
    return decided;
  }

  /** Null: it was refused; or, if its id has not been looked up yet, it goes to be: it may have been done before. */
  #decide(job: Job<Command, Outcome>, head: Head): Decided<Command, Outcome, Did> | null {
    const { envelope } = job;
    const at = (envelope.principal.via === 'system' ? envelope.at : undefined) ?? this.#parts.clock();
    const decision = this.#book.decide(envelope, { at, seq: head.seq + 1 });
    if (isRefusal(decision)) {
      if (job.checked) job.resolve(decision);
      else this.#waiting.push(job);
      return null;
    }
    return entered(job, decision, { head, at });
  }

  /** Memory grows by what is loaded and by what is decided, and lets go after either. */
  #trim(): void {
    for (const layer of this.#book.layers) layer.trim?.();
  }

  #forget(): void {
    this.#epoch += 1;
    this.#head = null;
    for (const layer of this.#book.layers) layer.forget();
  }

  /**
   * The batch failed, or its answer is lost. Memory is forgotten. Refused over a constraint, nothing of it was done
   * (another instance was faster, or an id was used before): it is decided anew. Otherwise only the journal knows.
   */
  async #settle(decided: readonly { job: Job<Command, Outcome> }[], error: unknown): Promise<void> {
    const jobs = decided.map(({ job }) => job);
    this.#forget();
    this.#parts.report('a batch failed', error);
    if (isConstraint(error)) {
      for (const job of jobs) {
        job.attempts += 1;
        job.checked = false;
        if (job.attempts > attempts_max) job.resolve(unavailable());
        else this.#waiting.push(job);
      }
      return;
    }
    try {
      const [rows = []] = await this.#parts.store().read([readRecorded(jobs.map((job) => job.envelope.id))]);
      resolveRecorded(jobs, rows, false);
      await this.start();
    } catch (unread) {
      this.#parts.report('the journal could not be read', unread);
    }
    for (const job of jobs) if (!job.answered) job.resolve(unavailable());
  }
}
