import type { Authorization } from '../../../schema/domain/authorizations/authorization.ts';
import { paths } from '../../paths.ts';
import { MomentText } from '../../ui/date-text.tsx';
import { Notice } from '../../ui/notice.tsx';

type RequestNotesProps = {
  slug: string;
  zone: string;
  authorization: Authorization;
  /** whether this person may see investigations */
  linked: boolean;
};

function Held({ slug, authorization: { holds }, linked }: RequestNotesProps) {
  if (holds.length === 0) return null;
  return (
    <Notice tone="warn" title="Payment is held.">
      {holds.map((number, i) => (
        <>
          {i === 0 ? '' : ', '}
          {linked ? <a href={paths.staff(slug).investigation(number)}>{number}</a> : number}
        </>
      ))}
      : what is granted can be used, and claims that name it are not paid until that is lifted.
    </Notice>
  );
}

function Breached({ zone, authorization: { breach, dueAt } }: RequestNotesProps) {
  if (breach === null) return null;
  return (
    <Notice tone={dueAt === null ? 'warn' : 'danger'} title="No answer came in time.">
      <MomentText at={breach.at} timeZone={zone} year />
      {breach.reference === null
        ? '.'
        : `: the facility may proceed, and its claim names ${breach.reference} in place of a code.`}{' '}
      {dueAt === null ? 'It is on record for the authorisation report.' : 'It still has to be answered.'}
    </Notice>
  );
}

function Entered({ zone, authorization: { entered } }: RequestNotesProps) {
  if (entered === null) return null;
  return (
    <Notice id="origin">
      Taken by telephone by <bdi>{entered.by}</bdi>: <bdi>{entered.caller}</bdi> rang,{' '}
      <MomentText at={entered.calledAt} timeZone={zone} year />. Whoever entered it does not approve it.
    </Notice>
  );
}

/** What has to be known of a request before anything else: holds, a breach, that it came by telephone. */
export function RequestNotes(props: RequestNotesProps) {
  return (
    <>
      <Held {...props} />
      <Breached {...props} />
      <Entered {...props} />
    </>
  );
}
