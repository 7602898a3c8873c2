import type { CalendarDate } from '../../schema/domain/dates.ts';
import { type Credentials, papersOn } from '../../schema/domain/network/standing.ts';
import { Badge } from '../ui/badge.tsx';
import { DayText } from '../ui/date-text.tsx';
import { Notice } from '../ui/notice.tsx';

const names = { licence: 'Licence', accreditation: 'Accreditation' } as const;

/** A badge for each paper of a facility that has ended, or ends within sixty days; nothing where all is in order. */
export function PaperBadges({ profile, today }: { profile: Credentials; today: CalendarDate }) {
  const telling = papersOn(profile, today).filter(({ standing }) => standing !== 'valid');
  if (telling.length === 0) return null;
  return (
    <>
      {telling.map(({ what, standing }) => (
        <>
          {' '}
          <Badge
            tone={standing === 'expired' ? 'danger' : 'warn'}
            shape={standing === 'expired' ? 'diamond' : 'square'}
          >
            {names[what]} {standing === 'expired' ? 'expired' : 'ends soon'}
          </Badge>
        </>
      ))}
    </>
  );
}

/** The same at length, above everything else on a facility's page. */
export function PaperNotices({ profile, today }: { profile: Credentials; today: CalendarDate }) {
  return (
    <>
      {papersOn(profile, today).map(({ what, until, standing }) =>
        standing === 'valid' ? null : standing === 'expired' ? (
          <Notice tone="danger" title={`${names[what]} expired.`}>
            It ended on <DayText date={until} />. What is done afterwards is refused with B7.
          </Notice>
        ) : (
          <Notice tone="warn" title={`${names[what]} ends soon.`}>
            Its last day is <DayText date={until} />. What is done afterwards is refused with B7.
          </Notice>
        ),
      )}
    </>
  );
}
