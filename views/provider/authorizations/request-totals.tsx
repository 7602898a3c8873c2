import { formatMoney, type Minor } from '../../../schema/domain/money.ts';
import { Badge } from '../../ui/badge.tsx';
import { Card } from '../../ui/card.tsx';
import { Facts } from '../../ui/facts.tsx';
import { ShareBar } from '../../ui/share-bar.tsx';
import type { DraftAssessment } from '../draft-view.ts';

type RequestTotalsProps = { assessment: DraftAssessment | null; currency: string };

/** What the plan would pay of what is typed, whether it wants to be asked, and what is left of each benefit. */
export function RequestTotals({ assessment, currency }: RequestTotalsProps) {
  const money = (minor: Minor) => formatMoney(minor, currency, { symbol: true });
  const lines = Object.values(assessment?.lines ?? {});
  const judgement = assessment?.judgement ?? null;
  const needed = lines.filter(({ judged }) => judged.needsAuthorization).length;
  return (
    <div id="assessment" class="stack">
      <Card title="What the plan says">
        {lines.length === 0 ? (
          <p class="mute">
            Enter HMO, member and a service: what is left of the benefit, and whether an authorization is
            needed, stands here while you type.
          </p>
        ) : (
          <p>
            {needed === 0 ? (
              <Badge tone="neutral" shape="ring">
                No authorization needed
              </Badge>
            ) : (
              <Badge tone="info">
                {needed === lines.length ? 'Authorization needed' : `Needed for ${needed} of ${lines.length}`}
              </Badge>
            )}
          </p>
        )}
        {judgement === null ? null : (
          <Facts
            facts={[
              ['Asked', money(judgement.claimed)],
              ['Insurer would pay', <b>{money(judgement.approved)}</b>],
              ['Patient pays', money(judgement.enrolleeShare)],
            ]}
          />
        )}
        {(judgement?.balances ?? []).map(
          ({ name, sharedBy, limit, usedBefore, usedAfter, reserved, leftAfter }) =>
            limit === null ? null : (
              <div class="stack">
                <span class="small">
                  <bdi>{name}</bdi>
                  {sharedBy === 'family' ? ', family' : ''}: {money(leftAfter ?? 0)} left of {money(limit)}
                </span>
                <ShareBar
                  label={`${name}: ${money(usedBefore)} used, ${money(usedAfter - usedBefore)} asked, ${money(reserved)} reserved, of ${money(limit)}`}
                  whole={limit}
                  parts={[
                    { size: usedBefore, look: 'first' },
                    { size: usedAfter - usedBefore, look: 'second' },
                    { size: reserved, look: 'third' },
                  ]}
                />
              </div>
            ),
        )}
      </Card>
    </div>
  );
}
