import type { Client } from '@libsql/client/web';
import type { Answer, Envelope, TenantCommand, TenantOutcome } from '../../schema/commands.ts';
import type { Moment } from '../../schema/domain/dates.ts';
import type { MemberNews } from '../../schema/domain/members/member-news.ts';
import type { FacilityMessage } from '../../schema/domain/network/message.ts';
import type { AttemptOutcome, Sending } from '../../schema/domain/notifications/sending.ts';
import type { ExportSource } from '../member/export-source.ts';
import type { Bucket } from './bucket.ts';
import type { Frame, LiveEvent } from './live-event.ts';
import type { Store } from './store.ts';

/** What every actor is handed instead of reaching for it: so that a test can hand in something hostile. */
export interface ActorParts {
  /** milliseconds since 1970 UTC */
  clock: () => Moment;
  random: (bytes: number) => Uint8Array;
  /** a libSQL client of a database by name (`tenant-…`, `facility-…`, `directory`) */
  connect: (database: string) => Client;
  /** makes the database if it does not exist */
  createDatabase: (database: string) => Promise<void>;
  /** how long a batch may take before its outcome counts as unknown; left out: `batch_ms_max` */
  batch_ms_max?: number;
  /** where pieces of files lie; left out: in the database */
  bucket?: Bucket;
  /** HTML pieces for an event; at most 400 bytes each */
  frames: (event: LiveEvent) => Frame[];
}

/** What a tenant's actor needs of a facility's. */
export interface FacilityDoor {
  deliver(source: string, messages: FacilityMessage[]): Promise<{ seq: number }>;
}

/** What a facility's actor needs of a tenant's. */
export interface TenantDoor {
  execute(envelope: Envelope<TenantCommand>): Promise<Answer<TenantOutcome>>;
}

/** What a tenant's actor needs of a covered person's. */
export interface MemberDoor {
  deliver(source: string, messages: MemberNews[]): Promise<{ seq: number }>;
  endAll(): Promise<void>;
}

/** What became of one attempt to send something; `fault` is a short word for whoever runs the product. */
export interface Attempt {
  outcome: AttemptOutcome;
  fault: string | null;
}

/** Sends a tenant's messages; what they say is put together as they are sent. */
export interface Messenger {
  send(sending: Sending): Promise<Attempt>;
}

/** What a covered person's actor is handed. */
export interface MemberParts extends Pick<ActorParts, 'frames' | 'clock'> {
  /** by portal id */
  exports: (portalId: string) => ExportSource;
}

export interface TenantParts extends ActorParts {
  facility: (facilityId: string) => FacilityDoor;
  /** by portal id */
  member: (portalId: string) => MemberDoor;
  messenger: (tenantId: string) => Messenger;
  /** 16 bytes that where its pages ended is sealed with; the same whenever the actor starts */
  cursorKey: (tenantId: string) => Uint8Array;
}

export interface FacilityParts extends ActorParts {
  tenant: (tenantId: string) => TenantDoor;
}

/** What an actor's cycle is handed. */
export interface CycleParts {
  clock: () => number;
  store: () => Store;
  /** makes the database ready for its first use: migrations */
  prepare: () => Promise<void>;
  /** a batch is about to be sent */
  writing: () => void;
  /** something that should not happen: for the log */
  report: (what: string, error: unknown) => void;
}
