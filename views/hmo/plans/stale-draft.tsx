import type { Benefit } from '../../../schema/domain/plans/plan.ts';
import type { PlanNames } from '../../plans/names.ts';
import { benefitTerms } from '../../plans/terms.ts';
import { Facts } from '../../ui/facts.tsx';
import { Notice } from '../../ui/notice.tsx';

type StaleDraftProps = { message: string; benefit?: Benefit | null; names?: PlanNames };

/** Somebody else saved the draft while this form was open: who, what is there now, and that nothing typed is lost. */
export function StaleDraft({ message, benefit, names }: StaleDraftProps) {
  return (
    <Notice tone="warn" title="Somebody else was faster.">
      {message} What you typed is still below.
      {benefit && names ? (
        <details>
          <summary>{benefit.name} as it is now</summary>
          <Facts
            facts={benefitTerms(benefit, names).map(({ label, words }) => [label, words.join('; ') || '—'])}
          />
        </details>
      ) : null}
    </Notice>
  );
}
