import type { Claim } from '../../../schema/domain/claims/claim.ts';
import { paths } from '../../paths.ts';
import { MomentText } from '../../ui/date-text.tsx';
import { Notice } from '../../ui/notice.tsx';

type HeldNoticeProps = {
  slug: string;
  zone: string;
  claim: Pick<Claim, 'holds' | 'heldAt'>;
  /** whether this person may see investigations */
  linked: boolean;
};

/** Says that a claim cannot be approved for now, and why; nothing where nothing holds it. */
export function HeldNotice({ slug, zone, claim: { holds, heldAt }, linked }: HeldNoticeProps) {
  if (holds.length === 0) return null;
  const to = paths.staff(slug);
  return (
    <Notice tone="warn" title="On hold.">
      {holds.map((number, i) => (
        <>
          {i === 0 ? '' : ', '}
          {linked ? <a href={to.investigation(number)}>{number}</a> : number}
        </>
      ))}{' '}
      {holds.length === 1 ? 'holds' : 'hold'} it: it cannot be approved until that is lifted.
      {heldAt === null ? null : (
        <>
          {' '}
          Its clock stands since <MomentText at={heldAt} timeZone={zone} />.
        </>
      )}
    </Notice>
  );
}
