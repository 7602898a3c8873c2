import type { LineJudgement } from '../../schema/domain/adjudication/judgement.ts';
import { sentenceOf } from '../../schema/domain/adjudication/sentence-of.ts';
import type { ReasonNames } from './reason-list.tsx';

type LineWhyProps = {
  judged: Pick<LineJudgement, 'findings'>;
  names: ReasonNames;
  currency: string;
  /** Shown at once; otherwise the codes alone, until somebody opens them. */
  open: boolean;
};

/** Which rules spoke of a line: their codes, and of each why in one sentence, opened in place. */
export function LineWhy({ judged: { findings }, names, currency, open }: LineWhyProps) {
  if (findings.length === 0) return null;
  const codes = [...new Set(findings.flatMap(({ reason }) => (reason === null ? [] : [reason.code])))];
  return (
    <details class="why" open={open}>
      <summary>
        {codes.length === 0
          ? 'Worth knowing'
          : codes.map((code) => `${code} ${names[code] ?? 'Reason'}`).join(' · ')}
      </summary>
      <ul>
        {findings.map((finding) => (
          <li>
            {finding.reason === null || codes.length < 2 ? null : (
              <b class="nowrap">{finding.reason.code} </b>
            )}
            {sentenceOf(finding, currency)}
          </li>
        ))}
      </ul>
    </details>
  );
}
