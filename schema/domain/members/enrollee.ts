import type { CoveredPerson, CoveringClient } from '../cover/cover.ts';
import type { Moment } from '../dates.ts';
import type { Minor } from '../money.ts';
import type { AtDesk } from './at-desk.ts';
import type { DependantAsked } from './dependant-asked.ts';
import type { Invitation } from './invitation.ts';
import type { MailTopic, MutableTopic } from './member-notices.ts';
import type { OwnExport } from './own-export.ts';

/** That a person agreed to something: the text's version and when. */
export interface Consent {
  to: string;
  version: string;
  at: Moment;
  /** when they took it back; null: it stands */
  endedAt: Moment | null;
}

/** The account with which a person uses their own portal (members.md: cover and portal account are two things). */
export interface PortalAccount {
  accountId: string;
  state: 'ACTIVE' | 'SUSPENDED';
  since: Moment;
}

/** A covered person with all that is recorded of them (members.md, Clients and enrollees). */
export interface Enrollee extends CoveredPerson {
  /** the integrator's own id; those enrolled by hand have none unless one was given */
  externalId: string | null;
  clientCode: string;
  /** whose dependant they are; null for a principal */
  principalId: string | null;
  firstName: string;
  lastName: string;
  phone: string | null;
  email: string | null;
  /** national identity number, 11 digits; shown masked */
  nin: string | null;
  /** number with the national health insurance authority; shown masked */
  nhiaNumber: string | null;
  consents: readonly Consent[];
  /** null: they have none yet */
  portal: PortalAccount | null;
  /** the last invitation to it; null: none was made */
  invitation: Invitation | null;
  /** null: they have not been at a desk, and no device shows their card */
  desk: AtDesk | null;
  /** dependants whom they have asked to add */
  asked: readonly DependantAsked[];
  /** that they asked for everything held about them; null: never */
  exported: OwnExport | null;
  /** what they want no notices of */
  noticesOff: readonly MutableTopic[];
  /** of what they want an e-mail as well */
  noticesByMail: readonly MailTopic[];
  /** base64; null once what is personal about them was erased */
  sealKey: string | null;
}

/** Whom at the client one talks to. */
export interface ClientContact {
  name: string;
  role: string | null;
  email: string | null;
  phone: string | null;
}

/** How often a premium is due. */
export const premiumPeriods = ['month', 'quarter', 'year'] as const;
/** One of them. */
export type PremiumPeriod = (typeof premiumPeriods)[number];

/** A plan that a client's people may be on, and what it costs per head and period, in minor units. */
export interface PlanOffer {
  plan: string;
  premium: Minor;
  per: PremiumPeriod;
}

/** A client: the company that buys cover for its people, or `INDV`. */
export interface Client extends CoveringClient {
  name: string;
  /** the family number last issued */
  families: number;
  /** everybody ever enrolled under it; nobody is taken out */
  people: number;
  contacts: readonly ClientContact[];
  /** empty: any plan */
  offers: readonly PlanOffer[];
}
