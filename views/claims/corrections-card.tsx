import type { Claim, ClaimLine, Correction } from '../../schema/domain/claims/claim.ts';
import { type ComparedLine, comparedLines } from '../../schema/domain/claims/correct.ts';
import { formatMoney } from '../../schema/domain/money.ts';
import { Badge, type Tone } from '../ui/badge.tsx';
import { Card } from '../ui/card.tsx';
import { DayText, MomentText } from '../ui/date-text.tsx';
import { Table } from '../ui/table.tsx';
import { currencySign } from './currency-sign.ts';

type Compared = Pick<Claim, 'lines' | 'claimed' | 'currency' | 'serviceDate' | 'corrections'>;

const changes: Readonly<Record<ComparedLine['change'], { words: string; tone: Tone }>> = {
  added: { words: 'added', tone: 'ok' },
  removed: { words: 'removed', tone: 'danger' },
  changed: { words: 'changed', tone: 'warn' },
  same: { words: 'as it was', tone: 'neutral' },
};

/** A line's figures on one side; nothing where it was not there. */
function Side({ line, claim }: { line: ClaimLine | null; claim: Compared }) {
  if (line === null) return <span class="mute">none</span>;
  return (
    <>
      {formatMoney(line.claimed, claim.currency)}
      <small>
        {line.quantity} × {formatMoney(line.unitPrice, claim.currency)}
        {line.serviceDate === claim.serviceDate ? null : (
          <>
            {' · '}
            <DayText date={line.serviceDate} year={false} />
          </>
        )}
      </small>
    </>
  );
}

const nameOf = ({ before, after, change }: ComparedLine) => {
  const line = after ?? before;
  const was = change === 'changed' && before?.service !== after?.service ? before : null;
  return (
    <>
      <bdi>{line?.name}</bdi>
      <small>
        {line?.service}
        {was === null ? null : <> · was {was.service}</>}
      </small>
    </>
  );
};

type OneProps = {
  claim: Compared;
  correction: Correction;
  /** what stood after it */
  next: Pick<Claim, 'lines' | 'claimed'>;
  zone: string;
};

/** The lines before and after one correction, side by side. */
function OneCorrection({ claim, correction, next, zone }: OneProps) {
  const sign = currencySign(claim.currency);
  return (
    <>
      <p class="mute padded">
        <bdi>{correction.by}</bdi>, <MomentText at={correction.at} timeZone={zone} />
      </p>
      <Table
        label="Lines before and after the correction"
        rows={comparedLines(correction.lines, next.lines)}
        loose
        spec={{
          phone: 'labels',
          columns: [
            { label: 'Service', cell: nameOf, foot: 'Total' },
            {
              label: `Before, ${sign}`,
              numeric: true,
              cell: ({ before }) => <Side line={before} claim={claim} />,
              foot: formatMoney(correction.claimed, claim.currency),
            },
            {
              label: `After, ${sign}`,
              numeric: true,
              cell: ({ after }) => <Side line={after} claim={claim} />,
              foot: formatMoney(next.claimed, claim.currency),
            },
            {
              label: 'Change',
              cell: ({ change }) => <Badge tone={changes[change].tone}>{changes[change].words}</Badge>,
            },
          ],
        }}
      />
    </>
  );
}

/** What the facility has corrected, latest first: old and new side by side, with amounts. */
export function CorrectionsCard({ claim, zone }: { claim: Compared; zone: string }) {
  const { corrections } = claim;
  const shown = corrections
    .map((correction, nth) => ({ correction, next: corrections[nth + 1] ?? claim }))
    .reverse();
  const [latest, ...earlier] = shown;
  if (latest === undefined) return null;
  return (
    <Card title="Corrected lines" kind="flush" id="corrections">
      <OneCorrection claim={claim} zone={zone} {...latest} />
      {earlier.length === 0 ? null : (
        <details class="padded">
          <summary>
            {earlier.length === 1 ? 'One earlier correction' : `${earlier.length} earlier corrections`}
          </summary>
          {earlier.map((each) => (
            <OneCorrection claim={claim} zone={zone} {...each} />
          ))}
        </details>
      )}
    </Card>
  );
}
