import type { CoverView, FindingView, JudgementView } from '../../../schema/api/judgement-view.ts';
import type { Finding, Judgement, LineJudgement } from '../../../schema/domain/adjudication/judgement.ts';
import { sentenceOf } from '../../../schema/domain/adjudication/sentence-of.ts';
import type { CoverAnswer } from '../../../schema/domain/cover/cover.ts';

/** An answer about cover in the API's words: the same fields whichever way it went. */
export function viewOfCover(cover: CoverAnswer): CoverView {
  if (cover.covered) return { ...cover, because: null };
  return { covered: false, plan: null, because: cover.because, since: cover.since, until: null };
}

/** What a rule said, with its sentence in place of the bare figures. */
export function viewOfFinding(finding: Finding, currency: string): FindingView {
  const { rule, effect, reason } = finding;
  return { rule, effect, reason, sentence: sentenceOf(finding, currency) };
}

function viewOfLine(line: LineJudgement, currency: string): JudgementView['lines'][number] {
  const { overallDeductible: _, flatTaken: __, days: ___, visits: ____, findings, ...shown } = line;
  return {
    ...shown,
    reasons: [...shown.reasons],
    findings: findings.map((finding) => viewOfFinding(finding, currency)),
  };
}

/** A judgement in the API's words. */
export function viewOfJudgement(judgement: Judgement, currency: string): JudgementView {
  const { claimed, approved, enrolleeShare, facilityShare, clean, fingerprint } = judgement;
  return {
    cover: viewOfCover(judgement.cover),
    currency,
    claimed,
    approved,
    enrolleeShare,
    facilityShare,
    clean,
    lines: judgement.lines.map((line) => viewOfLine(line, currency)),
    balances: [...judgement.balances],
    fingerprint,
  };
}
