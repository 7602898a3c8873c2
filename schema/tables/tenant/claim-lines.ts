import type { LineJudgement } from '../../domain/adjudication/judgement.ts';
import type { ClaimLine } from '../../domain/claims/claim.ts';
import { type Stored, without } from './without-plain.ts';

/**
 * Most of a line is what every line is until something is said of it. That is left out of the row: what a claim's row weighs
 * is what filing and deciding it cost.
 */
const plainJudgement = {
  overallDeductible: 0,
  deductible: 0,
  coPay: 0,
  flatTaken: false,
  enrolleeShare: 0,
  facilityShare: 0,
  days: 0,
  visits: 0,
  leftBefore: null,
  leftAfter: null,
  needsAuthorization: false,
  authorization: null,
  reasons: [],
  findings: [],
} satisfies Partial<LineJudgement>;

const plainLine = {
  authorization: null,
  approvedQuantity: null,
  approved: null,
  enrolleeShare: null,
  facilityShare: null,
  reasons: [],
  override: null,
} satisfies Partial<ClaimLine>;

/** A line as it stands in its claim's row. */
export type StoredLine = Omit<Stored<ClaimLine, typeof plainLine>, 'judged' | 'price'> & {
  judged?: Stored<LineJudgement, typeof plainJudgement>;
  /** left out: as billed */
  price?: ClaimLine['price'];
};

/** A line as it is to stand in the row. */
export function storedLine(line: ClaimLine): StoredLine {
  const { judged, price, ...rest } = line;
  return {
    ...without(rest, plainLine),
    ...(price.source === 'billed' && price.price === line.unitPrice ? {} : { price }),
    ...(judged ? { judged: without(judged, plainJudgement) } : {}),
  };
}

/** A line as it was stored; one filed before there were plans and tariffs has nothing of them, and was as billed. */
export function lineOf({ judged, price, ...rest }: StoredLine): ClaimLine {
  return {
    ...plainLine,
    ...rest,
    price: price ?? { price: rest.unitPrice, source: 'billed' },
    judged: judged ? { ...plainJudgement, ...judged } : null,
  };
}
