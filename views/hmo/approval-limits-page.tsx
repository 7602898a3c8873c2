import type { Ceiling } from '../../schema/domain/limits/approval-limits.ts';
import { formatMoney } from '../../schema/domain/money.ts';
import { paths } from '../paths.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Field } from '../ui/field.tsx';
import { Actions, Fields, Form, type FormErrors, firstBad } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Checkbox } from '../ui/radio-group.tsx';
import { type Deed, DeedsCard } from './members/deeds-card.tsx';

/** One role's limit as typed: shown again, unchanged, when it is refused. */
export interface LimitEntry {
  amount: string;
  unlimited: boolean;
}

/** What is approved under a limit on this page. */
export type LimitedKind = 'claim' | 'authorization';

/** A role that may approve claims, or grant what is asked for beforehand; null: it may not. */
export interface LimitRow {
  key: string;
  name: string;
  people: number;
  entries: Readonly<Record<LimitedKind, LimitEntry | null>>;
}

export type ApprovalLimitsPageProps = {
  slug: string;
  zone: string;
  currency: string;
  rows: readonly LimitRow[];
  /** names of the roles that may approve nothing whatever their limit */
  others: readonly string[];
  errors: FormErrors;
  /** the highest limit in force that anybody has */
  highest: Ceiling | undefined;
  /** null: this person sees the limits and does not change them */
  commandId: string | null;
  saved: boolean;
  deeds: readonly Deed[];
};

/** A role's field by the role's key. */
export const limitField = (role: string, kind: LimitedKind = 'claim'): string => `${kind}.${role}`;
/** … and the box that says there is no limit. */
export const unlimitedField = (role: string, kind: LimitedKind): string =>
  kind === 'claim' ? `unlimited.${role}` : `unlimited.${kind}.${role}`;

const peopleWith = (count: number): string => {
  if (count === 0) return 'nobody has this role';
  return count === 1 ? '1 person' : `${count} people`;
};

function RoleFields({
  row,
  kind,
  errors,
  currency,
}: { row: LimitRow; kind: LimitedKind } & ApprovalLimitsPageProps) {
  const name = limitField(row.key, kind);
  const entry = row.entries[kind];
  if (!entry) return null;
  return (
    <fieldset>
      <legend>
        {row.name} · {peopleWith(row.people)}
      </legend>
      <Fields>
        <Field
          name={name}
          label={`Approves alone up to, ${currency}`}
          amount
          maxlength={20}
          value={entry.amount}
          error={errors[name]}
          autofocus={firstBad(errors, name)}
        />
        <Checkbox name={unlimitedField(row.key, kind)} label="Without limit" checked={entry.unlimited} />
      </Fields>
    </fieldset>
  );
}

function Gap({ highest, currency }: ApprovalLimitsPageProps) {
  if (highest === 'unlimited') return null;
  const amount = formatMoney(highest ?? 0, currency, { symbol: true });
  return (
    <Notice tone="warn" title={`Nobody can approve a claim above ${amount}.`}>
      A decision above it stays a proposal until somebody’s limit is raised.
    </Notice>
  );
}

function Explained({ others }: ApprovalLimitsPageProps) {
  return (
    <Card title="What a limit does">
      <p>
        Each claim’s approved total is compared with the limit of whoever decides, also in a batch. Up to it
        the claim is approved. Above it the decision waits on the claim as a proposal, and the bell tells
        those who may decide it.
      </p>
      <p>
        Only somebody else confirms or declines it, with a limit that is high enough, and never whoever
        entered the claim. Rejecting and asking need no limit.
      </p>
      <p class="mute">
        An API key approves nothing alone. Straight-through has a limit of its own in the claim rules.
        {others.length === 0 ? null : ` These roles may not approve claims at all: ${others.join(', ')}.`}
      </p>
    </Card>
  );
}

/** How much each role may approve alone. */
export function ApprovalLimitsPage(props: ApprovalLimitsPageProps) {
  const { slug, zone, rows, errors, commandId, saved, deeds } = props;
  const fieldsOf = (kind: LimitedKind) => rows.map((row) => <RoleFields {...props} row={row} kind={kind} />);
  const fields = (
    <>
      <Card title="Claims">
        <p class="hint">
          The approved total of one claim. Empty: nothing; every approval becomes a proposal.
        </p>
        {rows.some(({ entries }) => entries.claim) ? (
          fieldsOf('claim')
        ) : (
          <p class="mute">No role may approve claims.</p>
        )}
      </Card>
      <Card title="Authorizations">
        <p class="hint">
          What is granted on one request in all. Empty: nothing; every grant becomes a proposal.
        </p>
        {rows.some(({ entries }) => entries.authorization) ? (
          fieldsOf('authorization')
        ) : (
          <p class="mute">No role may decide requests.</p>
        )}
      </Card>
    </>
  );
  return (
    <>
      <PageHeader title="Approval limits" lead="How much each role may approve without a second person." />
      {saved ? <Notice tone="ok">Saved. The limits hold from the next decision on.</Notice> : null}
      <Gap {...props} />
      <div class="split">
        {commandId === null ? (
          <div class="stack">
            <Notice>Your role sees these limits. Changing them takes the permission limit.update.</Notice>
            <fieldset class="stack" disabled>
              <legend class="unseen">Approval limits</legend>
              {fields}
            </fieldset>
          </div>
        ) : (
          <Form action={paths.staff(slug).approvalLimits()} commandId={commandId} errors={errors}>
            {fields}
            <Actions plainly>
              <Button look="primary" keys="s">
                Save limits
              </Button>
            </Actions>
          </Form>
        )}
        <aside class="after" aria-label="What a limit does, and who changed it">
          <Explained {...props} />
          <DeedsCard deeds={deeds} zone={zone} />
        </aside>
      </div>
    </>
  );
}
