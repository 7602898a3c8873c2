import type { TenantCommand } from '../../schema/commands.ts';
import type { Urgency } from '../../schema/domain/authorizations/authorization.ts';
import type { EncounterType } from '../../schema/domain/claims/claim.ts';
import {
  addDays,
  type CalendarDate,
  dateIn,
  day_ms,
  hour_ms,
  type Moment,
} from '../../schema/domain/dates.ts';
import type { DemoEnrollee } from './enrollees.ts';
import { demoTenant, type FacilityKey } from './organisations.ts';
import { standardPrice } from './services.ts';

type Step = Extract<
  TenantCommand,
  { type: 'DecideAuthorization' | 'QueryAuthorization' | 'AnswerAuthorization' | 'AppealAuthorization' }
>;
/** What happened to a request next: after so many minutes, by staff of the insurer or of the facility. */
export interface RequestStep {
  after_minutes: number;
  by: 'adjudicator' | 'facility';
  command: (request: { number: string; version: number }) => Step;
}

/** A request of the demo, and what became of it until the day of the demo. */
export interface DemoRequest {
  externalId: string;
  facility: FacilityKey;
  at: Moment;
  input: Extract<TenantCommand, { type: 'RequestAuthorization' }>['input'];
  steps: readonly RequestStep[];
}

const minute_ms = 60_000;
const zone = demoTenant.open.zone;

interface Plot {
  /** before the demo's own moment */
  ago_ms: number;
  facility: FacilityKey;
  urgency: Urgency;
  encounterType: EncounterType;
  diagnosis: string;
  lines: readonly (readonly [service: string, quantity: number])[];
  /** days from the request to the planned service */
  ahead: number;
  notes?: string;
  steps?: readonly RequestStep[];
}

const granted = (after_minutes: number): RequestStep => ({
  after_minutes,
  by: 'adjudicator',
  command: ({ number, version }) => ({
    type: 'DecideAuthorization',
    input: { number, version, verdict: 'grant' },
  }),
});
const rejected = (after_minutes: number, reason: string, sentence: string): RequestStep => ({
  after_minutes,
  by: 'adjudicator',
  command: ({ number, version }) => ({
    type: 'DecideAuthorization',
    input: { number, version, verdict: 'reject', reasons: [reason], sentence },
  }),
});
const asked = (after_minutes: number, question: string, wanted: string[]): RequestStep => ({
  after_minutes,
  by: 'adjudicator',
  command: ({ number, version }) => ({
    type: 'QueryAuthorization',
    input: { number, version, question, wanted },
  }),
});
const answered = (after_minutes: number, answer: string): RequestStep => ({
  after_minutes,
  by: 'facility',
  command: ({ number }) => ({ type: 'AnswerAuthorization', input: { number, answer } }),
});
const appealed = (after_minutes: number, text: string): RequestStep => ({
  after_minutes,
  by: 'facility',
  command: ({ number }) => ({ type: 'AppealAuthorization', input: { number, text } }),
});

const imaging = { encounterType: 'outpatient', ahead: 2 } as const;
const surgery = { encounterType: 'inpatient', ahead: 4 } as const;

/** The last weeks, and what waits on the day of the demo: an emergency, an urgent one that is nearly due, a queried one, an appeal. */
const plots: readonly Plot[] = [
  {
    ...surgery,
    ...{ ago_ms: 21 * day_ms, facility: 'baobab', urgency: 'ROUTINE', diagnosis: 'K40.90' },
    lines: [
      ['PRO-302', 1],
      ['ADM-001', 2],
    ],
    steps: [granted(95)],
  },
  {
    ...imaging,
    ...{ ago_ms: 17 * day_ms, facility: 'lagoon-view', urgency: 'ROUTINE', diagnosis: 'M54.5' },
    lines: [['RAD-041', 1]],
    steps: [
      asked(40, 'What was tried before, and for how long?', ['Physiotherapy notes']),
      answered(150, 'Six weeks of physiotherapy without relief; weakness of the left foot since Monday.'),
      granted(190),
    ],
  },
  {
    ...imaging,
    ...{ ago_ms: 12 * day_ms, facility: 'baobab', urgency: 'URGENT', diagnosis: 'I10' },
    lines: [
      ['RAD-031', 1],
      ['RAD-030', 1],
    ],
    steps: [granted(35)],
  },
  {
    ...imaging,
    ...{ ago_ms: 9 * day_ms, facility: 'lagoon-view', urgency: 'ROUTINE', diagnosis: 'R51.9' },
    lines: [['RAD-040', 1]],
    steps: [rejected(120, '50', 'A head scan is not indicated for this headache without warning signs.')],
  },
  {
    ...surgery,
    ...{ ago_ms: 5 * day_ms, facility: 'lagoon-view', urgency: 'URGENT', diagnosis: 'K35.80' },
    lines: [
      ['PRO-301', 1],
      ['ADM-001', 3],
    ],
    steps: [granted(25)],
  },
  {
    ...imaging,
    ...{ ago_ms: 2 * day_ms, facility: 'baobab', urgency: 'ROUTINE', diagnosis: 'M54.5' },
    lines: [['RAD-041', 1]],
    steps: [
      rejected(200, '50', 'Six weeks of conservative treatment come first.'),
      appealed(2_700, 'The patient has lost bladder control since; this is an emergency of the spine.'),
    ],
  },
  {
    ...imaging,
    ...{ ago_ms: 5 * hour_ms, facility: 'baobab', urgency: 'ROUTINE', diagnosis: 'R10.9' },
    lines: [['RAD-011', 1]],
    notes: 'Pain in the right upper belly for three weeks, worse after meals.',
  },
  {
    ...imaging,
    ...{ ago_ms: 3 * hour_ms + 5 * minute_ms, facility: 'lagoon-view', urgency: 'URGENT', diagnosis: 'R55' },
    lines: [
      ['RAD-040', 1],
      ['RAD-030', 1],
    ],
    notes: 'Collapsed at work this morning, a minute without consciousness.',
  },
  {
    ...imaging,
    ...{ ago_ms: 2 * hour_ms, facility: 'lagoon-view', urgency: 'ROUTINE', diagnosis: 'N63' },
    lines: [['RAD-050', 1]],
    steps: [asked(30, 'Is there a finding on examination, and since when?', ['Referral letter'])],
  },
];

/** The demo's requests, each for a principal who has been covered for long, under a plan that pays for it; `now` is when the demo is made. */
export function demoRequests(
  now: Moment,
  enrollees: readonly DemoEnrollee[],
  memberIds: ReadonlyMap<string, string>,
): DemoRequest[] {
  const today: CalendarDate = dateIn(zone, now);
  const covered = enrollees.filter(
    ({ relation, coverFrom, coverTo, deathDate, plan, sex }) =>
      relation === 'principal' &&
      plan === 'GOLD' &&
      sex === 'female' &&
      !coverTo &&
      !deathDate &&
      coverFrom < addDays(today, -200),
  );
  return plots.map(({ ago_ms, facility, lines, steps = [], diagnosis, ahead, ...plot }, nth) => {
    const person = covered[(nth * 3 + 1) % covered.length];
    if (!person) throw new RangeError('nobody of the demo is covered');
    const at = now - ago_ms;
    return {
      externalId: `pa-${nth + 1}`,
      facility,
      at,
      steps,
      input: {
        ...plot,
        externalId: `pa-${nth + 1}`,
        memberId: memberIds.get(person.externalId) ?? '',
        birthDate: person.birthDate,
        serviceDate: addDays(dateIn(zone, at), ahead),
        diagnoses: [{ code: diagnosis, system: 'ICD-10' }],
        lines: lines.map(([service, quantity]) => ({
          service,
          quantity,
          unitPrice: standardPrice(service),
        })),
        currency: demoTenant.open.currency,
      },
    };
  });
}
