import type { TenantCommands } from '../../schema/commands.ts';
import type { StoredFile } from '../../schema/domain/attachments/stored-file.ts';
import type { Authorization } from '../../schema/domain/authorizations/authorization.ts';
import type { Claim } from '../../schema/domain/claims/claim.ts';
import type { FacilityNews } from '../../schema/domain/claims/facility-claim.ts';
import type { RankingProgress } from '../../schema/domain/claims/rank.ts';
import type { CalendarDate } from '../../schema/domain/dates.ts';
import type { Import } from '../../schema/domain/imports/import.ts';
import type { LinkNews } from '../../schema/domain/network/message.ts';
import type { Principal } from '../../schema/domain/permissions.ts';
import type { Batch } from '../../schema/domain/piles/batch.ts';
import type { Refusal } from '../../schema/domain/refusal.ts';
import type { Context, Decision, Want } from '../actor/book.ts';
import type { Link } from './memory/network.ts';
import type { TenantMemory } from './memory.ts';

/** What a command of the tenant did, for all that follows once it is durable. */
export interface TenantDid {
  claim?: Claim;
  /** further claims that changed with it: their ids stand in the entry's data as `also` */
  also?: readonly Claim[];
  /** requests that changed, as they are now: their ids stand in the entry's data as `authorizations` */
  authorizations?: readonly Authorization[];
  /** what the claim's facility is told */
  news?: FacilityNews;
  link?: Link;
  linkNews?: LinkNews;
  /** attachments, as they are now */
  files?: readonly StoredFile[];
  /** a file that is being imported, as it is now */
  import?: Import;
  /** claims that are decided together, as they are now */
  batch?: Batch;
  /** how far the queue is ranked anew: its claims moved in the order and nowhere else */
  ranking?: RankingProgress;
  /** a hold begins to be placed or lifted, or has come to the end of one: there may be more to do in the background */
  sweeps?: true;
  /** the first day on which somebody moves to another plan by this */
  movesOn?: CalendarDate;
  /** whose sockets must go: their role or state changed */
  changedAccount?: string;
}

export interface TenantContext extends Context {
  tenantId: string;
  memory: TenantMemory;
  principal: Principal;
  newId: () => string;
  random: (bytes: number) => Uint8Array;
  /** whether an account has the product open now */
  isHere: (accountId: string) => boolean;
  /** whether pieces of files lie in a bucket, and not in the database */
  hasBucket: boolean;
}

/** One command of the tenant: what it needs in memory, and what it decides. Neither awaits. */
export interface TenantHandler<Type extends keyof TenantCommands> {
  /** asked again after each load, so that it may name what the first load told it of */
  wants(memory: TenantMemory, input: TenantCommands[Type]['input'], principal: Principal): Want[];
  decide(
    input: TenantCommands[Type]['input'],
    context: TenantContext,
  ): Decision<TenantCommands[Type]['outcome'], TenantDid> | Refusal;
}
