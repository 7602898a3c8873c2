import { authorizationIdOf } from '../../../schema/domain/authorizations/authorization.ts';
import type { BillingMonth, Moment } from '../../../schema/domain/dates.ts';
import { formatMoney } from '../../../schema/domain/money.ts';
import type { FlagState, RiskRule } from '../../../schema/domain/risk/flag.ts';
import { currencySign } from '../../claims/currency-sign.ts';
import { FilterForm } from '../../claims/filter-form.tsx';
import { paths } from '../../paths.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { MomentText } from '../../ui/date-text.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Field } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ListPager } from '../../ui/pager.tsx';
import { Select } from '../../ui/select.tsx';
import { Table, type TableSpec } from '../../ui/table.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { type FacilityChoices, FacilityField } from '../members/facility-field.tsx';
import { shortMonth } from '../piles/words.ts';
import { FlagMark } from './marks.tsx';
import { evidenceWords, flagWords, riskRules, ruleNames } from './risk-words.ts';

/** A risk event as the list shows it. */
export interface RiskEventRow {
  number: string;
  n: number;
  at: Moment;
  rule: RiskRule;
  state: FlagState;
  weight: number;
  line: number | null;
  facilityName: string;
  billingMonth: BillingMonth;
  claimed: number;
  evidence: string;
}

/** Which events are shown; all of it stands in the address. */
export interface RiskFilter {
  state: FlagState;
  rule: RiskRule | '';
  facility: string;
  after: string;
}

type RiskPageProps = {
  slug: string;
  zone: string;
  currency: string;
  filter: RiskFilter;
  counts: Readonly<Record<FlagState, number>>;
  rows: readonly RiskEventRow[];
  next: string | null;
  facilities: FacilityChoices;
  /** the command that opens an investigation; null: this person may not */
  openId: string | null;
  /** whether this person may see investigations */
  maySeeInvestigations: boolean;
};

/** Where an event is looked at: on its claim's page, or its request's. */
const flaggedAt = (to: ReturnType<typeof paths.staff>, { number, n }: Pick<RiskEventRow, 'number' | 'n'>) =>
  `${authorizationIdOf(number) === null ? to.claim(number) : to.authorization(number)}#risk-${n}`;

/** What an event is named by in the form. */
const eventKey = ({ number, n }: Pick<RiskEventRow, 'number' | 'n'>): string => `${number} ${n}`;

function table({ slug, zone, currency, openId }: RiskPageProps): TableSpec<RiskEventRow> {
  const to = paths.staff(slug);
  return {
    columns: [
      {
        label: 'Claim or request',
        cell: (row) => (
          <span class="tick">
            {openId === null ? null : (
              <input
                type="checkbox"
                name="event"
                value={eventKey(row)}
                aria-label={`Choose ${ruleNames[row.rule]} on ${row.number}`}
              />
            )}
            <a href={flaggedAt(to, row)}>{row.number}</a>
          </span>
        ),
      },
      { label: 'Rule', strong: true, cell: (row) => ruleNames[row.rule] },
      { label: 'Facility', muted: true, cell: (row) => <bdi>{row.facilityName}</bdi> },
      { label: 'Month', muted: true, phone: 'hidden', cell: (row) => shortMonth(row.billingMonth) },
      { label: 'Weight', numeric: true, phone: 'hidden', cell: (row) => String(row.weight) },
      {
        label: `Claimed, ${currencySign(currency)}`,
        numeric: true,
        cell: (row) => formatMoney(row.claimed, currency),
      },
      {
        label: 'Raised',
        muted: true,
        phone: 'hidden',
        cell: (row) => <MomentText at={row.at} timeZone={zone} />,
      },
      { label: 'State', phone: 'right', cell: (row) => <FlagMark state={row.state} /> },
    ],
    under: (row) => <p>{evidenceWords(row.evidence)}</p>,
  };
}

function Filters({ slug, filter, facilities }: RiskPageProps) {
  const to = paths.staff(slug);
  return (
    <FilterForm action={to.risk()} keep={{ state: filter.state === 'OPEN' ? '' : filter.state }}>
      <Select
        name="rule"
        label="Rule"
        empty="All rules"
        value={filter.rule}
        options={riskRules.map((rule) => ({ value: rule, label: ruleNames[rule] }))}
      />
      <FacilityField
        empty="All facilities"
        name="facility"
        label="Facility"
        value={filter.facility}
        choices={facilities}
      />
    </FilterForm>
  );
}

function List(props: RiskPageProps) {
  const { slug, rows, openId } = props;
  const list = <Table spec={table(props)} rows={rows} label="Risk events, newest first" />;
  if (openId === null) return list;
  return (
    <Form action={paths.staff(slug).investigations()} commandId={openId}>
      {list}
      <div class="cluster">
        <Field
          name="title"
          label="Investigate the chosen as"
          maxlength={120}
          placeholder="What is looked into"
        />
        <Button look="primary">Open an investigation</Button>
      </div>
    </Form>
  );
}

/** Risk events over all claims, open ones first: each leads to its claim; several begin an investigation. */
export function RiskPage(props: RiskPageProps) {
  const { slug, filter, counts, rows, next, maySeeInvestigations } = props;
  const to = paths.staff(slug);
  const at = (change: Partial<RiskFilter>) => to.risk({ ...filter, after: '', ...change });
  const states: FlagState[] = ['OPEN', 'CONFIRMED', 'DISMISSED'];
  return (
    <>
      <PageHeader
        title="Risk"
        lead="What the rules raised. They inform and rank; nothing is refused by them."
        actions={
          <>
            {maySeeInvestigations ? <ButtonLink href={to.investigations()}>Investigations</ButtonLink> : null}
            <ButtonLink href={to.riskRules()}>Rules</ButtonLink>
          </>
        }
      />
      <div class="cluster spread">
        <Tabs
          label="Risk events by state"
          tabs={states.map((state) => ({
            label: flagWords[state],
            href: at({ state }),
            count: counts[state],
            current: state === filter.state,
          }))}
        />
        <Filters {...props} />
      </div>
      {rows.length === 0 ? (
        <EmptyState
          title="Nothing stands here"
          action={
            filter.rule === '' && filter.facility === '' ? null : <a href={to.risk()}>All open events</a>
          }
        >
          {filter.state === 'OPEN'
            ? 'Claims are scored as they come in: what a rule finds appears here, and on its claim.'
            : 'An event comes here when somebody has looked at it and said what it was.'}
        </EmptyState>
      ) : (
        <List {...props} />
      )}
      <ListPager after={filter.after} next={next} at={(after) => at({ after })} />
    </>
  );
}
