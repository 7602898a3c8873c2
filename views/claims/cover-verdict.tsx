import type { CoverAnswer } from '../../schema/domain/cover/cover.ts';
import { Badge } from '../ui/badge.tsx';
import { DayText } from '../ui/date-text.tsx';
import { notCoveredWords } from './cover-words.ts';

type CoverVerdictProps = {
  cover: CoverAnswer;
  /** The plan's name, where it is known; its code otherwise. */
  planName?: string | null | undefined;
};

/** Whether somebody is covered, on which plan, since and until when; or which rule says no, and since when. */
export function CoverVerdict({ cover, planName }: CoverVerdictProps) {
  if (!cover.covered)
    return (
      <>
        <Badge tone="danger">Not covered</Badge> {notCoveredWords[cover.because]}
        {cover.since === null ? null : (
          <>
            , since <DayText date={cover.since} />
          </>
        )}
      </>
    );
  return (
    <>
      <Badge tone="ok">Covered</Badge> on <bdi>{planName ?? cover.plan}</bdi> since{' '}
      <DayText date={cover.since} />
      {cover.until === null ? null : (
        <>
          , until <DayText date={cover.until} />
        </>
      )}
    </>
  );
}
