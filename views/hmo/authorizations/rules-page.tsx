import type { AutoRule, RuleTrial } from '../../../schema/domain/authorizations/auto-rules.ts';
import { formatMoney } from '../../../schema/domain/money.ts';
import { urgencyWords } from '../../authorizations/words.ts';
import { facilityKindWords } from '../../network/link-words.ts';
import { paths } from '../../paths.ts';
import { Badge } from '../../ui/badge.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { MomentText } from '../../ui/date-text.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { type Column, Table } from '../../ui/table.tsx';

type RulesPageProps = {
  slug: string;
  zone: string;
  currency: string;
  rules: readonly AutoRule[];
  /** whether this person may change them */
  edits: boolean;
  saved: boolean;
};

/** What a trial came to, in the words of the promise. */
export const trialWords = ({
  requests,
  would,
  rejected,
}: Pick<RuleTrial, 'requests' | 'would' | 'rejected'>): string =>
  `would have approved ${would} of ${requests}, of which ${rejected} ${rejected === 1 ? 'was' : 'were'} rejected by people`;

const among = (list: readonly string[], what: string) =>
  list.length === 0 ? '' : `${what} ${list.join(', ')}`;

/** When a rule speaks, in words; what it says nothing of is left out. */
function conditionWords(rule: AutoRule, currency: string): string {
  const { plans, services, groups, amountMax, quantityMax, facilityKinds, urgencies, diagnoses, frequency } =
    rule;
  const kinds = Object.entries(facilityKindWords).flatMap(([kind, words]) =>
    facilityKinds.includes(kind) ? [words.toLowerCase()] : [],
  );
  return [
    among(services, 'services'),
    among(groups, 'groups'),
    among(plans, 'plans'),
    `a line up to ${formatMoney(amountMax, currency, { symbol: true })} and ${quantityMax} ${quantityMax === 1 ? 'unit' : 'units'}`,
    kinds.join(', '),
    urgencies.map((each) => urgencyWords[each].toLowerCase()).join(', '),
    among(
      diagnoses.map(({ from, to }) => (from === to ? from : `${from}–${to}`)),
      'diagnoses',
    ),
    frequency === null ? '' : `${frequency.times} in ${frequency.days} days`,
    `risk up to ${rule.riskMax}`,
  ]
    .filter(Boolean)
    .join(' · ');
}

/** The rules by which requests are answered at once, in the order in which they are asked. */
export function AuthorizationRulesPage({ slug, zone, currency, rules, edits, saved }: RulesPageProps) {
  const to = paths.staff(slug);
  const columns: Column<AutoRule & { place: number }>[] = [
    {
      label: 'Rule',
      cell: ({ name, place }) => (
        <a href={to.authorizationRule(String(place))}>
          <bdi>{name}</bdi>
        </a>
      ),
    },
    { label: 'Answers', cell: (rule) => <span class="small">{conditionWords(rule, currency)}</span> },
    {
      label: 'Last 90 days',
      muted: true,
      cell: ({ tried }) =>
        tried === null ? (
          'not tried as it is'
        ) : (
          <>
            {trialWords(tried)}
            <small>
              <MomentText at={tried.at} timeZone={zone} year />
            </small>
          </>
        ),
    },
    {
      label: 'State',
      phone: 'right',
      cell: ({ on }) => (on ? <Badge tone="ok">On</Badge> : <Badge shape="ring">Off</Badge>),
    },
  ];
  const add = edits ? <ButtonLink href={to.authorizationRule('new')}>Add a rule</ButtonLink> : undefined;
  return (
    <>
      <PageHeader
        title="Auto-approval rules"
        crumbs={[{ label: 'Authorizations', href: to.authorizations() }]}
        lead="A request whose every line is recommended in full and fits a rule is answered at once, with its code and the rule's name."
        actions={rules.length === 0 ? undefined : add}
      />
      {saved ? <Notice tone="ok">Saved. It holds for what is filed from now on.</Notice> : null}
      {rules.length === 0 ? (
        <EmptyState title="No rules yet" action={add}>
          Every request goes to a person. A rule is tried on the last 90 days before it can be switched on.
        </EmptyState>
      ) : (
        <Table
          spec={{ columns, phone: 'labels' }}
          rows={rules.map((rule, index) => ({ ...rule, place: index + 1 }))}
          label="Rules, in their order"
          loose
        />
      )}
    </>
  );
}
