import type { ComponentChildren } from 'preact';
import type { Deed } from '../../../../views/hmo/members/deeds-card.tsx';
import { DayText } from '../../../../views/ui/date-text.tsx';
import type { DeedEntry } from '../../../queries/deeds.ts';

const verbs: Readonly<Record<string, string>> = {
  suspend: 'suspended',
  reinstate: 'reinstated',
  terminate: 'ended',
};

const text = (value: unknown) => (typeof value === 'string' ? value : '');

/** Whose deed it was, where it was not about the one who is looked at. */
export type WhoseDeed = (subject: string) => 'own' | 'principal' | 'client';

const whose = { own: 'Cover', principal: "The principal's cover", client: "The client's cover" } as const;

function coverDeed({ data, subject }: DeedEntry, of: WhoseDeed): ComponentChildren {
  return (
    <>
      {whose[of(subject)]} {verbs[text(data.change)] ?? 'changed'} from <DayText date={text(data.from)} />
      {data.backDated === true ? ', back-dated,' : ''}
    </>
  );
}

function moveDeed({ data, subject }: DeedEntry, of: WhoseDeed): ComponentChildren {
  const who = of(subject) === 'principal' ? ' with the principal' : '';
  if (data.takenBack === true) return `Move of plan taken back${who}`;
  return (
    <>
      Move to {text(data.plan)} from <DayText date={text(data.from)} />
      {who} recorded
    </>
  );
}

function outcomeOf({ data }: DeedEntry): string {
  const { outcome } = data;
  if (typeof outcome !== 'object' || outcome === null) return '';
  if ('outcome' in outcome) return text(outcome.outcome);
  return 'created' in outcome && outcome.created === true ? 'created' : 'changed';
}

function wordsOf(entry: DeedEntry, of: WhoseDeed): ComponentChildren {
  switch (entry.action) {
    case 'SetEnrolleeCover':
    case 'SetClientCover':
      return coverDeed(entry, of);
    case 'MovePlan':
      return moveDeed(entry, of);
    case 'ChangePrimaryFacility':
      return (
        <>
          Primary facility changed from <DayText date={text(entry.data.from)} />
        </>
      );
    case 'PutClient':
      return outcomeOf(entry) === 'created' ? 'Added' : 'Terms changed';
    default:
      return outcomeOf(entry) === 'created' ? 'Enrolled' : 'Record changed';
  }
}

/** Whether an entry tells of a change at all: somebody sent again as they were is none. */
const tells = (entry: DeedEntry) =>
  (entry.action !== 'PutEnrollee' && entry.action !== 'PutClient') ||
  (outcomeOf(entry) !== 'unchanged' &&
    !('changed' in Object(entry.data.outcome) && Object(entry.data.outcome).changed === false));

/** The journal's entries in words. */
export function deedsInWords(entries: readonly DeedEntry[], of: WhoseDeed): Deed[] {
  return entries.filter(tells).map((entry) => ({ at: entry.at, by: entry.by, what: wordsOf(entry, of) }));
}
