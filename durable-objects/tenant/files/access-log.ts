import type { Moment } from '../../../schema/domain/dates.ts';
import { insertRows } from '../../actor/json-rows.ts';
import type { Store } from '../../actor/store.ts';

/** That somebody looked at something of somebody. */
export interface Access {
  accountId: string;
  name: string;
  /** for whom they looked: `tenant:<id>`, `facility:<id>`, `enrollee:<portal id>` */
  organisation: string;
  what: 'attachment' | 'export';
  subject: string;
  claimNumber: string | null;
  enrolleeId: string | null;
  /** from where */
  address: string;
}

/**
 * Who looked at what. Kept as rows beside the journal and not in it: looking changes nothing, needs no place in the order
 * of commands, and happens more often than they do. Those who look at once are written together; nobody sees anything
 * before their record is durable.
 */
export class AccessLog {
  readonly #store: Store;
  readonly #clock: () => Moment;
  readonly #newId: (at: Moment) => string;
  #waiting: unknown[][] = [];
  #writing: Promise<void> | null = null;

  constructor(store: Store, clock: () => Moment, newId: (at: Moment) => string) {
    this.#store = store;
    this.#clock = clock;
    this.#newId = newId;
  }

  record(access: Access): Promise<void> {
    const { accountId, name, organisation, what, subject, claimNumber, enrolleeId, address } = access;
    const at = this.#clock();
    this.#waiting.push([
      this.#newId(at),
      at,
      accountId,
      name,
      organisation,
      what,
      subject,
      claimNumber,
      enrolleeId,
      address,
    ]);
    this.#writing ??= Promise.resolve().then(() => this.#write());
    return this.#writing;
  }

  #write(): Promise<void> {
    const rows = this.#waiting;
    this.#waiting = [];
    this.#writing = null;
    return this.#store.write(insertRows('access_records', columns, rows));
  }
}

const columns = [
  'id',
  'at',
  'account_id',
  'name',
  'organisation',
  'what',
  'subject',
  'claim_number',
  'enrollee_id',
  'address',
];
