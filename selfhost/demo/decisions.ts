import type { TenantCommand } from '../../schema/commands.ts';
import type { SubmitClaimInput } from '../../schema/forms/submit-claim.ts';
import type { Recommended } from '../door.ts';
import { overrides, reasonSentences } from './sentences.ts';
import type { Leaning } from './story.ts';

type ApproveInput = Extract<TenantCommand, { type: 'ApproveClaim' }>['input'];
type ApprovedLine = NonNullable<ApproveInput['lines']>[number];
type Judged = Recommended['lines'][number];
type Claimed = SubmitClaimInput['lines'];

const REASONS_MAX = 5;
/** What the plan leaves to the enrollee by design: a claim of nothing else is approved, be it for nothing. */
const ownPart: ReadonlySet<string> = new Set(['1', '2', '3']);

/** Coded reasons of the lines, each once, in their order. */
function reasonsIn(lines: readonly Judged[]): string[] {
  return [...new Set(lines.flatMap(({ reasons }) => reasons.map(({ code }) => code)))].slice(0, REASONS_MAX);
}

const sentenceFor = (codes: readonly string[]): string =>
  codes.flatMap((code) => reasonSentences[code] ?? []).join(' ');
const otherwise = 'Please see the reason given with each line.';

/** One unit less than recommended, or nothing of a line, with the reason; null where no line can be cut and something left. */
function less(judged: Recommended, luck: number): ApprovedLine | null {
  const paid = judged.lines.filter(({ approved }) => approved > 0);
  const line = paid[luck % paid.length];
  if (!line || (paid.length < 2 && line.approvedQuantity < 2)) return null;
  const approvedQuantity = line.approvedQuantity - 1;
  const approved = Math.floor((line.approved * approvedQuantity) / line.approvedQuantity);
  return { line: line.line, approvedQuantity, approved, reasons: ['50'] };
}

/** A line that is recommended for less, paid in full all the same; null where no reason is one to set aside. */
function more(judged: Recommended, claimed: Claimed, luck: number): ApprovedLine | null {
  const open = judged.lines.filter(({ reasons }) => reasons.some(({ code }) => code in overrides));
  const line = open[luck % open.length];
  const asked = line && claimed[line.line - 1];
  const code = line?.reasons.find((reason) => reason.code in overrides)?.code;
  if (!line || !asked || code === undefined) return null;
  const { quantity, unitPrice } = asked;
  const approved = quantity * unitPrice;
  if (approved <= line.approved) return null;
  return { line: line.line, approvedQuantity: quantity, approved, reasons: [], override: overrides[code] };
}

function deviation(leaning: Leaning, judged: Recommended, claimed: Claimed): ApprovedLine | null {
  if (leaning.to === 'less') return less(judged, leaning.luck);
  return leaning.to === 'more' ? more(judged, claimed, leaning.luck) : null;
}

/** What somebody decides who leans so and sees this recommendation. Where nothing would be paid the claim is rejected. */
export function decisionOn(
  { number, version }: { number: string; version: number },
  claimed: Claimed,
  leaning: Leaning,
  judged: Recommended,
): TenantCommand {
  if (leaning.to === 'rejection') {
    const { reasons, sentence } = leaning;
    return { type: 'RejectClaim', input: { number, version, reasons, sentence } };
  }
  const deviating = deviation(leaning, judged, claimed);
  const codes = [...new Set([...reasonsIn(judged.lines), ...(deviating?.reasons ?? [])])];
  const sentence = sentenceFor(codes);
  const isRefused = judged.approved === 0 && codes.some((code) => !ownPart.has(code));
  if (!deviating && isRefused)
    return {
      type: 'RejectClaim',
      input: { number, version, reasons: codes, sentence: sentence || otherwise },
    };
  const lines = deviating ? [deviating] : undefined;
  const input = { number, version, recommendation: judged.fingerprint };
  return {
    type: 'ApproveClaim',
    input: { ...input, ...(lines && { lines }), ...(sentence && { sentence }) },
  };
}
