import type { CommandOf, FacilityCommands } from '../../schema/commands.ts';
import type { AuthorizationNews } from '../../schema/domain/authorizations/facility-authorization.ts';
import type { FacilityNews } from '../../schema/domain/claims/facility-claim.ts';
import type { FacilityMessage, LinkNews } from '../../schema/domain/network/message.ts';
import type { Principal } from '../../schema/domain/permissions.ts';
import type { Refusal } from '../../schema/domain/refusal.ts';
import type { Context, Decision, Want } from '../actor/book.ts';
import type { NoticeGlance } from '../actor/live-event.ts';
import type { FacilityMemory, Mirrored } from './memory.ts';
import type { MirroredRequest } from './mirrored-requests.ts';
import type { TenantLink } from './tenant-links.ts';

/** What a facility's actor does: its commands, and taking in what a tenant tells it. */
export interface FacilityWork extends FacilityCommands {
  TakeInMessages: { input: { tenantId: string; messages: FacilityMessage[] }; outcome: { seq: number } };
}
export type FacilityWorkCommand = CommandOf<FacilityWork>;
export type FacilityWorkOutcome = FacilityWork[keyof FacilityWork]['outcome'];

/** A claim of which a tenant told, and what. */
export interface MovedClaim {
  claim: Mirrored;
  news: FacilityNews;
}

/** A request of which a tenant told, and what. */
export interface MovedRequest {
  request: MirroredRequest;
  /** its tenant's */
  zone: string;
  news: AuthorizationNews;
}

/** What a command of the facility did, for all that follows once it is durable. */
export interface FacilityDid {
  link?: { link: TenantLink; news: LinkNews };
  moved?: MovedClaim[];
  requests?: MovedRequest[];
  notices?: NoticeGlance[];
  changedAccount?: string;
}

export interface FacilityContext extends Context {
  facilityId: string;
  memory: FacilityMemory;
  principal: Principal;
}

/** One command of the facility: what it needs in memory, and what it decides. Neither awaits. */
export interface FacilityHandler<Type extends keyof FacilityWork> {
  wants(memory: FacilityMemory, input: FacilityWork[Type]['input']): Want[];
  decide(
    input: FacilityWork[Type]['input'],
    context: FacilityContext,
  ): Decision<FacilityWork[Type]['outcome'], FacilityDid> | Refusal;
}
