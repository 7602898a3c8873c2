import type { InvestigatedEvent } from '../../../schema/domain/investigations/investigation.ts';
import { formatMoney } from '../../../schema/domain/money.ts';
import { StandingBadge } from '../../authorizations/standing.tsx';
import { standingOf } from '../../authorizations/words.ts';
import { paths } from '../../paths.ts';
import { Badge } from '../../ui/badge.tsx';
import { Card } from '../../ui/card.tsx';
import { Table } from '../../ui/table.tsx';
import type { InvestigatedClaim, InvestigationPageProps } from './investigation-props.ts';
import { FlagMark, RiskScore } from './marks.tsx';
import { evidenceWords, ruleNames } from './risk-words.ts';

/** The risk events of a claim or request that are looked into, as they are now; null: none of its own. */
export function eventsUnder(
  { number, flags }: Pick<InvestigatedClaim, 'number' | 'flags'>,
  events: readonly InvestigatedEvent[],
  href: string,
) {
  const about = events.filter(({ claim }) => claim === number);
  if (about.length === 0) return null;
  return about.map(({ n, rule }) => {
    const flag = flags.find((each) => each.n === n);
    return (
      <p>
        <a href={`${href}#risk-${n}`}>{ruleNames[rule]}</a> {flag ? <FlagMark state={flag.state} /> : null}{' '}
        {flag ? evidenceWords(flag.evidence) : 'It is not found any more.'}
      </p>
    );
  });
}

/** The requests that are looked into; of the patient nothing more than of a claim's. */
export function Requests({ slug, requests, investigation }: InvestigationPageProps) {
  if (requests.length === 0) return null;
  const to = paths.staff(slug);
  return (
    <Card title="Requests" kind="flush">
      <Table
        label="Requests that are looked into"
        rows={requests}
        spec={{
          columns: [
            { label: 'Request', cell: ({ number }) => <a href={to.authorization(number)}>{number}</a> },
            { label: 'Facility', muted: true, cell: ({ facilityName }) => <bdi>{facilityName}</bdi> },
            { label: 'Member', muted: true, phone: 'hidden', cell: ({ memberId }) => memberId },
            {
              label: 'Requested',
              numeric: true,
              cell: ({ requested, currency }) => formatMoney(requested, currency, { symbol: true }),
            },
            { label: 'Risk', cell: ({ risk }) => <RiskScore risk={risk} /> },
            {
              label: 'State',
              phone: 'right',
              cell: (request) => (
                <>
                  <StandingBadge standing={standingOf(request)} />
                  {request.holds.includes(investigation.number) ? (
                    <>
                      <br />
                      <Badge tone="warn" shape="ring">
                        Payment on hold
                      </Badge>
                    </>
                  ) : null}
                </>
              ),
            },
          ],
          under: (request) => eventsUnder(request, investigation.events, to.authorization(request.number)),
        }}
      />
    </Card>
  );
}
