import type { Claim } from '../../schema/domain/claims/claim.ts';
import { Notice } from '../ui/notice.tsx';

type OriginNotesProps = {
  claim: Pick<Claim, 'replaces' | 'replacedBy' | 'enteredBy'>;
  /** the page of another claim of the same facility */
  href: (number: string) => string;
};

/** Where a claim comes from, and what came of it: which one it corrects, which one corrects it, and who entered it. */
export function OriginNotes({ claim, href }: OriginNotesProps) {
  const { replaces, replacedBy, enteredBy } = claim;
  if (replaces === null && replacedBy === null && enteredBy === null) return null;
  return (
    <Notice id="origin">
      {enteredBy === null ? null : (
        <p>
          Entered by <bdi>{enteredBy}</bdi> on the facility's behalf: somebody else must approve it.
        </p>
      )}
      {replaces === null ? null : (
        <p>
          Corrects <a href={href(replaces)}>{replaces}</a>, which was refused in whole or in part.
        </p>
      )}
      {replacedBy === null ? null : (
        <p>
          Filed again, corrected, as <a href={href(replacedBy)}>{replacedBy}</a>.
        </p>
      )}
    </Notice>
  );
}
