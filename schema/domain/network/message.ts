import type { AuthorizationChanged } from '../authorizations/facility-authorization.ts';
import type { ClaimChanged } from '../claims/facility-claim.ts';
import type { LinkLife } from './link.ts';

/** What happened to a link, as both sides' people are told of it. */
export const linkNews = [
  'link-requested',
  'link-approved',
  'link-declined',
  'link-suspended',
  'link-reinstated',
  'link-ended',
] as const;
/** One of them. */
export type LinkNews = (typeof linkNews)[number];

/** A link as its tenant tells the facility: its life, and what a facility must know of a tenant to work with it. */
export interface ToldLink extends LinkLife {
  slug: string;
  name: string;
  currency: string;
  zone: string;
}

/** A link is something else than it was, or is there for the first time. */
export interface LinkChanged {
  seq: number;
  kind: 'LinkChanged';
  news: LinkNews;
  link: ToldLink;
}

/** What a tenant's actor tells a facility's; `seq` is its number in the tenant's journal. */
export type FacilityMessage = ClaimChanged | AuthorizationChanged | LinkChanged;
