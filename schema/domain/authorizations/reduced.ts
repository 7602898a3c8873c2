import type { Moment } from '../dates.ts';
import type { Authorization, AuthorizationLine } from './authorization.ts';

/** Whether less was granted of a line than was asked: co-pay and deductible are the plan's, and no reduction. */
export function isReducedLine(line: AuthorizationLine): boolean {
  const { deductible = 0, coPay = 0 } = line.judged ?? {};
  const short = Number(line.approvedQuantity) < line.quantity;
  return short || Number(line.approved) + deductible + coPay < line.requested;
}

/** Whether a request was decided and something of it refused: what an appeal can be about. */
export const isReduced = ({ decidedAt, lines }: Pick<Authorization, 'decidedAt' | 'lines'>): boolean =>
  decidedAt !== null && lines.some(isReducedLine);

/** When something was last decided of what is granted: by a person or a rule, or by a move of plan that lowered it. */
export const lastDecided = ({ decidedAt, moved }: Pick<Authorization, 'decidedAt' | 'moved'>): Moment =>
  Math.max(Number(decidedAt), moved?.lowered ? moved.at : 0);
