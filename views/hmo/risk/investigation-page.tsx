import type { InvestigationStep, PlacedHold } from '../../../schema/domain/investigations/investigation.ts';
import { formatMoney } from '../../../schema/domain/money.ts';
import { StateBadge } from '../../claims/state-badge.tsx';
import { paths } from '../../paths.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { MomentText } from '../../ui/date-text.tsx';
import { Form } from '../../ui/form.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Table } from '../../ui/table.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { Timeline } from '../../ui/timeline.tsx';
import { eventsUnder, Requests } from './investigated-requests.tsx';
import { VisitLookedInto } from './investigated-visit.tsx';
import { CloseForm, HoldForm } from './investigation-forms.tsx';
import type { InvestigationPageProps } from './investigation-props.ts';
import { InvestigationMark, RiskScore } from './marks.tsx';

const stepWords: Readonly<Record<InvestigationStep['what'], string>> = {
  opened: 'Opened',
  added: 'Added',
  noted: 'Note written',
  attached: 'File added',
  detached: 'File taken away',
  held: 'On hold',
  lifted: 'Hold lifted',
  confirmed: 'Confirmed',
  cleared: 'Cleared',
};

const holdWords = ({ on, name }: PlacedHold): string =>
  on === 'claims' ? 'the claims listed here' : `all claims of ${name}`;

function Holds(props: InvestigationPageProps) {
  const { slug, zone, investigation, commandId } = props;
  const { number, holds, state } = investigation;
  const to = paths.staff(slug);
  return (
    <Card title="Holds" id="holds">
      <p class="mute">
        What is held cannot be approved, and its clock stands. Care goes on: authorizations are decided as
        ever.
      </p>
      {holds.length === 0 ? <p>Nothing is held.</p> : null}
      <ul class="thread">
        {holds.map((hold) => (
          <li>
            <p>
              <b>Holds {holdWords(hold)}</b>
            </p>
            <p class="mute">
              since <MomentText at={hold.at} timeZone={zone} /> by {hold.by}
              {hold.liftedAt === null ? null : (
                <>
                  , lifted <MomentText at={hold.liftedAt} timeZone={zone} /> by {hold.liftedBy}
                </>
              )}
            </p>
            {hold.liftedAt === null && commandId !== null ? (
              <Form action={to.holdLifts(number)} commandId={commandId()} inline>
                <input type="hidden" name="on" value={hold.on} />
                <input type="hidden" name="of" value={hold.of} />
                <Button slim>Lift</Button>
              </Form>
            ) : null}
          </li>
        ))}
      </ul>
      {state === 'OPEN' && commandId !== null ? <HoldForm {...props} commandId={commandId()} /> : null}
    </Card>
  );
}

function Claims({ slug, claims, requests, investigation }: InvestigationPageProps) {
  const to = paths.staff(slug);
  const { number, events } = investigation;
  if (claims.length === 0)
    return requests.length > 0 ? null : (
      <Card title="Claims and events">
        <p class="mute">
          Nothing has been filed of it yet. What is filed of a check-in that was denied comes here, held, as
          it arrives.
        </p>
      </Card>
    );
  return (
    <Card title="Claims and events" kind="flush">
      <Table
        label="Claims that are looked into"
        rows={claims}
        spec={{
          columns: [
            { label: 'Claim', cell: (claim) => <a href={to.claim(claim.number)}>{claim.number}</a> },
            { label: 'Facility', muted: true, cell: (claim) => <bdi>{claim.facilityName}</bdi> },
            { label: 'Member', muted: true, phone: 'hidden', cell: (claim) => claim.memberId },
            {
              label: 'Claimed',
              numeric: true,
              cell: (claim) => formatMoney(claim.claimed, claim.currency, { symbol: true }),
            },
            { label: 'Risk', cell: (claim) => <RiskScore risk={claim.risk} /> },
            {
              label: 'State',
              phone: 'right',
              cell: (claim) => (
                <>
                  <StateBadge state={claim.state} outcome={claim.outcome} />
                  {claim.holds.includes(number) ? (
                    <>
                      <br />
                      <Badge tone="warn" shape="ring">
                        On hold
                      </Badge>
                    </>
                  ) : null}
                </>
              ),
            },
          ],
          under: (claim) => eventsUnder(claim, events, to.claim(claim.number)),
        }}
      />
    </Card>
  );
}

function Adding({ slug, investigation, commandId, said }: InvestigationPageProps) {
  if (commandId === null || investigation.state !== 'OPEN') return null;
  const mine = said?.form === 'claims' ? said : null;
  const error = mine?.errors.claims ?? mine?.errors[''];
  return (
    <details open={mine !== null}>
      <summary>Look into more</summary>
      <Form action={paths.staff(slug).investigationClaims(investigation.number)} commandId={commandId()}>
        <Textarea
          name="claims"
          label="Claims and requests"
          hint="Their numbers, one a line."
          rows={2}
          value={mine?.values.claims ?? ''}
          error={error}
          autofocus={error !== undefined}
        />
        <div class="cluster">
          <Button>Add</Button>
        </div>
      </Form>
    </details>
  );
}

function Notes({ slug, zone, investigation, commandId, said }: InvestigationPageProps) {
  const mine = said?.form === 'note' ? said : null;
  const error = mine?.errors.text ?? mine?.errors[''];
  const { notes, number } = investigation;
  return (
    <Card title="Notes" id="notes">
      {notes.length === 0 ? <p class="mute">Nobody has written anything down yet.</p> : null}
      <ul class="thread">
        {notes.map(({ at, by, text }) => (
          <li>
            <div class="from">
              <b>{by}</b>
              <MomentText at={at} timeZone={zone} />
            </div>
            {text}
          </li>
        ))}
      </ul>
      {commandId === null ? null : (
        <Form action={paths.staff(slug).investigationNotes(number)} commandId={commandId()}>
          <Textarea
            name="text"
            label="Note"
            rows={3}
            maxlength={4000}
            value={mine?.values.text ?? ''}
            error={error}
            autofocus={error !== undefined}
          />
          <div class="cluster">
            <Button>Write it down</Button>
          </div>
        </Form>
      )}
    </Card>
  );
}

/** One investigation: what it looks into, what it holds, what was found, and how it ended. */
export function InvestigationPage(props: InvestigationPageProps) {
  const { slug, zone, investigation, commandId, refusal } = props;
  const { number, title, state, history, closed } = investigation;
  return (
    <>
      <PageHeader
        title={title}
        crumbs={[{ label: 'Investigations', href: paths.staff(slug).investigations() }]}
        badge={<InvestigationMark state={state} />}
        lead={number}
      />
      {refusal === undefined ? null : <Notice tone="danger">{refusal}</Notice>}
      {closed === null ? null : (
        <Notice
          tone={state === 'CONFIRMED' ? 'warn' : 'ok'}
          title={state === 'CONFIRMED' ? 'Confirmed.' : 'Cleared.'}
        >
          {closed.reason} {closed.by}, <MomentText at={closed.at} timeZone={zone} />
        </Notice>
      )}
      <div class="split">
        <div class="stack">
          <VisitLookedInto {...props} />
          <Claims {...props} />
          <Requests {...props} />
          <Adding {...props} />
          <Notes {...props} />
          {props.files}
        </div>
        <aside aria-label="Holds and how it ends">
          <Holds {...props} />
          {state === 'OPEN' && commandId !== null ? <CloseForm {...props} commandId={commandId()} /> : null}
          <Card title="History">
            <Timeline
              entries={history.map(({ at, by, what, detail }) => ({
                when: <MomentText at={at} timeZone={zone} />,
                what: `${stepWords[what]}${detail === '' ? '' : `: ${detail}`} · ${by}`,
              }))}
            />
          </Card>
        </aside>
      </div>
    </>
  );
}
