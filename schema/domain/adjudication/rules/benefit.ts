import type { CatalogueService } from '../../plans/plan.ts';
import { refusal } from '../finding.ts';
import type { Finding } from '../judgement.ts';
import type { PlacedBenefit } from '../plan-index.ts';

/**
 * The benefit a service counts under (claims.md, Adjudication, 3): where several take its group (drugs in hospital and
 * outside it, a check-up for children and one for adults), the first that is meant for this person and setting, else the
 * first, whose rules then say what is wrong.
 */
export function chooseBenefit(
  candidates: readonly PlacedBenefit[],
  isMeant: (placed: PlacedBenefit) => boolean,
): PlacedBenefit | null {
  const [first] = candidates;
  if (!first) return null;
  return candidates.length === 1 ? first : (candidates.find(isMeant) ?? first);
}

/** The plan has a benefit for the service, else 96: not covered. */
export function hasBenefit(placed: PlacedBenefit | null, service: CatalogueService): Finding | null {
  return placed ? null : refusal('benefit', 'none', '96', { service: service.code, name: service.name });
}
