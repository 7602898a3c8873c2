import type { Transaction } from '@libsql/client/web';

/** What reads a database: a client, or a transaction where it is being written at the same time. */
export type Reader = Pick<Transaction, 'execute' | 'batch'>;

/** Something that does not hold in an organisation's database. */
export interface Finding {
  /** `chain`, `counts`, `claims`, `notices`, `benefits`, `piles`, `risk events`, `risk counts`, `days`, `baselines` or `requests` */
  check: string;
  message: string;
}
