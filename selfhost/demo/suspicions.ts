import type { TenantCommand } from '../../schema/commands.ts';
import { addDays, type CalendarDate, momentIn } from '../../schema/domain/dates.ts';
import type { RiskRule } from '../../schema/domain/risk/flag.ts';
import type { Judged, Sent } from '../door.ts';
import { demoTenant } from './organisations.ts';
import { demoStaff } from './people.ts';
import { actingAs } from './principals.ts';

/** What the people of the demo find when they look into a risk event: mostly nothing, now and then what the rule says. */
const findings: Readonly<Partial<Record<RiskRule, { dismissed: string; confirmed: string; oneIn: number }>>> =
  {
    duplicate: {
      dismissed: 'Two visits on one day, the second for the result.',
      confirmed: 'The same visit was billed twice.',
      oneIn: 2,
    },
    near_duplicate: {
      dismissed: 'A follow-up within two days, as the notes say.',
      confirmed: 'The same tests again without a new visit.',
      oneIn: 6,
    },
    frequency: {
      dismissed: 'The prescription was changed, and the first one not used up.',
      confirmed: 'A month of tablets was dispensed twice.',
      oneIn: 3,
    },
    sex_age_mismatch: {
      dismissed: 'A slip of the front desk; the facility has corrected its records.',
      confirmed: 'The service was for somebody else.',
      oneIn: 2,
    },
    unbundling: {
      dismissed: 'Nursing was for complications that the package leaves out.',
      confirmed: 'The parts are in the package.',
      oneIn: 2,
    },
  };
const otherwise = { dismissed: 'Looked at with the facility: in order.', confirmed: '', oneIn: 0 };

/** What somebody who decides a claim does with its open risk events just before. */
export function disposals(
  { number, flags }: { number: string } & Pick<Judged, 'flags'>,
  { id, at, by }: { id: string; at: number; by: string },
): Sent<TenantCommand>[] {
  return flags.map(({ n, rule }) => {
    const { dismissed, confirmed, oneIn } = findings[rule] ?? otherwise;
    const found = oneIn > 0 && (Number(number.slice(-6)) + n) % oneIn === 0;
    const verdict = found ? ('CONFIRMED' as const) : ('DISMISSED' as const);
    const input = { number, n, verdict, reason: found ? confirmed : dismissed };
    return {
      id: `demo-${id}-flag-${n}`,
      at,
      principal: actingAs(by, 'meridian'),
      command: { type: 'DisposeRiskEvent' as const, input },
    };
  });
}

const RULE: RiskRule = 'frequency';
const EVENTS_MAX = 6;

/** What the claims manager has begun to look into: what is claimed again too soon, as far as the claims are open. */
export function investigation(
  today: CalendarDate,
  open: readonly ({ number: string } & Pick<Judged, 'flags'>)[],
): Sent<TenantCommand>[] {
  const events = open
    .flatMap(({ number, flags }) => flags.flatMap(({ n, rule }) => (rule === RULE ? [{ number, n }] : [])))
    .slice(0, EVENTS_MAX);
  const [manager] = demoStaff('meridian', 'claims-manager');
  if (!manager || events.length === 0) return [];
  const on = (time: string) => momentIn(demoTenant.open.zone, `${addDays(today, -1)}T${time}`);
  const principal = actingAs(manager.accountId, 'meridian');
  const title = 'Services claimed again too soon';
  const text =
    'Ask the facilities for their records of the first time before these are decided; some may be refills of a lost prescription.';
  return [
    {
      id: 'demo-investigation',
      at: on('17:20'),
      principal,
      command: { type: 'OpenInvestigation', input: { title, events, claims: [] } },
    },
    {
      id: 'demo-investigation-note',
      at: on('17:26'),
      principal,
      command: { type: 'NoteInvestigation', input: { investigation: 'INV-000001', text } },
    },
  ];
}
