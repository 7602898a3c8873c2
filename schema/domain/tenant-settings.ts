import { type AttachmentRules, noAttachmentRules } from './attachments/wanted.ts';
import type { AutoRule, RuleTrial } from './authorizations/auto-rules.ts';
import { type AuthorizationSettings, defaultAuthorizations } from './authorizations/settings.ts';
import type { Ranking } from './claims/rank.ts';
import type { Minor } from './money.ts';
import { type Channels, noChannels } from './notifications/channels.ts';
import { defaultRisk, type RiskSettings } from './risk/settings.ts';
import { defaultCalendar, type WorkingCalendar } from './working-time.ts';

/** When a claim may be approved by the system (claims.md, Adjudication): every line passes, and this holds as well. */
export interface StraightThrough {
  on: boolean;
  /** the name it stands under in a claim's history */
  name: string;
  /** most that is approved so, in minor units */
  amountMax: Minor;
  /** highest risk score, 0–100 */
  riskMax: number;
  /** one in this many is left to a person, to check */
  sampleOneIn: number;
}

/** Off until the tenant turns it on. */
export const defaultStraightThrough: StraightThrough = {
  on: false,
  name: 'Small clean claims',
  amountMax: 2_500_000,
  riskMax: 20,
  sampleOneIn: 20,
};

/** The order of due moments, with what risk and value add (claims.md, Queue order): ₦500,000 is a high value. */
export const defaultRanking: Ranking = { highValue: 50_000_000, queueRules: [] };

/** A queue that is being ranked anew: how far it is, claim by claim in the order of their ids. */
interface RankingAnew {
  /** what the portions follow from */
  round: string;
  /** the last claim that was looked at */
  after: number;
  done: number;
  /** how many were open when it began */
  open: number;
}

/** A tenant's own figures; kept as one JSON row, versioned by the journal. */
export interface TenantSettings extends Ranking {
  slug: string;
  name: string;
  /** first part of every member id, e.g. `MER` */
  prefix: string;
  currency: string;
  calendar: WorkingCalendar;
  /** working hours from receipt to decision (claims.md, Queue order) */
  claimSlaHours: number;
  /** days from service in which a claim may be filed; null: off */
  filingWindowDays: number | null;
  /** whether a claim that passes intake is received by itself */
  receivesAutomatically: boolean;
  straightThrough: StraightThrough;
  /** every risk rule's weight and thresholds (claims.md, Risk) */
  risk: RiskSettings;
  /** null: every open claim stands where the rules put it */
  ranking: RankingAnew | null;
  /** files that are wanted with claims (claims.md, Intake) */
  attachmentRules: AttachmentRules;
  /** by which requests are answered at once, and trials of rules, the latest last */
  autoRules: readonly AutoRule[];
  ruleTrials: readonly RuleTrial[];
  /** clocks, and how long codes can be used (authorizations.md) */
  authorizations: AuthorizationSettings;
  /** by what people are reached outside of their open pages (people.md, Notifications) */
  channels: Channels;
}

/** What was added to the settings since the first were stored. */
const added = {
  straightThrough: defaultStraightThrough,
  ...defaultRanking,
  risk: defaultRisk,
  // what was ranked before there were rules is ranked anew, once
  ranking: { round: 'first', after: 0, done: 0, open: 0 },
  attachmentRules: noAttachmentRules,
  autoRules: [],
  ruleTrials: [],
  authorizations: defaultAuthorizations,
  channels: noChannels,
} satisfies Partial<TenantSettings>;

/** What a new tenant starts with. */
export function defaultSettings(own: Pick<TenantSettings, 'slug' | 'name' | 'prefix'>): TenantSettings {
  return {
    ...own,
    currency: 'NGN',
    calendar: defaultCalendar,
    claimSlaHours: 72,
    filingWindowDays: 90,
    receivesAutomatically: true,
    ...added,
    ranking: null,
  };
}

/** Settings as they may have been stored before a figure was added. */
export type StoredSettings = Omit<TenantSettings, keyof typeof added> &
  Partial<Pick<TenantSettings, keyof typeof added>>;

/** Stored settings with what was added since at its default. */
export const settingsOf = (stored: StoredSettings): TenantSettings => ({
  ...added,
  ...stored,
  risk: { ...defaultRisk, ...stored.risk },
});
