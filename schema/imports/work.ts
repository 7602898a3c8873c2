import type { CalendarDate } from '../domain/dates.ts';
import type { DatedPrice } from '../domain/pricing/tariff.ts';
import type { PutEnrollee } from '../forms/put-enrollee.ts';
import type { PutService } from '../forms/put-service.ts';

/** What was read of a row of services; `absent` are the fields that the file has no column for: they stay as they are. */
export interface ServiceWork {
  kind: 'services';
  input: PutService;
  absent: (keyof PutService)[];
}

/** A person by one of their ids. */
export interface WhoseRow {
  externalId?: string | undefined;
  memberId?: string | undefined;
}

/** Somebody who is to be covered; one who is there already is brought up to date, but for `absent` fields. */
export interface AddWork {
  kind: 'enrollees';
  action: 'ADD';
  who: WhoseRow;
  input: PutEnrollee;
  absent: (keyof PutEnrollee)[];
}

/** What is to change about somebody: what is not given stays as it is. */
export interface ChangeWork {
  kind: 'enrollees';
  action: 'CHANGE';
  who: WhoseRow;
  given: Partial<PutEnrollee>;
}

/** The end of somebody's cover. */
export interface EndWork {
  kind: 'enrollees';
  action: 'END';
  who: WhoseRow;
  lastDay: CalendarDate;
  reason: string;
}

/** What was read of a row of enrollees. */
export type EnrolleeWork = AddWork | ChangeWork | EndWork;

/** A price of a service from a day on; `all` are those that the file has for it, which are set together. */
export interface TariffWork {
  kind: 'tariff';
  tariff: string;
  service: string;
  own: DatedPrice;
  all: DatedPrice[];
}

/** What was read of a row: what the actor decides on. */
export type ImportWork = ServiceWork | EnrolleeWork | TariffWork;
