import type { Alert, AlertState } from '../../../schema/domain/authorizations/alert.ts';
import type { Moment } from '../../../schema/domain/dates.ts';
import type { InvestigationState } from '../../../schema/domain/investigations/investigation.ts';
import { Badge } from '../../ui/badge.tsx';
import { MomentText } from '../../ui/date-text.tsx';

/** What an alert says of the visit: who, where and when, and nothing of what for. */
export interface AskedVisit {
  number: string;
  facility: string;
  /** town and state, as far as they are known and the facility's name does not say them */
  place: string;
  at: Moment;
  zone: string;
  /** first name of whose visit it is, where somebody else is asked; null: one's own */
  whose: string | null;
}

/** An alert as whoever was asked sees it. */
export interface AskedAlert extends AskedVisit {
  state: AlertState;
  answered: Alert['answered'];
  /** what became of a visit that was denied; null: it was not */
  followed: InvestigationState | null;
}

/** `Is this visit yours?` */
export const questionOf = ({ whose }: Pick<AskedVisit, 'whose'>): string =>
  whose === null ? 'Is this visit yours?' : `Is this visit ${whose}’s?`;

export const yesWords = ({ whose }: Pick<AskedVisit, 'whose'>): string =>
  whose === null ? 'Yes, it’s mine' : `Yes, it’s ${whose}’s`;

export const noWords = ({ whose }: Pick<AskedVisit, 'whose'>): string =>
  whose === null ? 'Not me' : `Not ${whose}`;

/** Where and when. */
export function VisitText({ facility, place, at, zone }: AskedVisit) {
  return (
    <p>
      <b>
        <bdi>{facility}</bdi>
      </b>
      {place === '' ? null : (
        <>
          , <bdi>{place}</bdi>
        </>
      )}
      , <MomentText at={at} timeZone={zone} />
    </p>
  );
}

/** Where an alert stands, in a word. */
export function AlertMark({ state, followed }: Pick<AskedAlert, 'state' | 'followed'>) {
  if (state === 'ASKED')
    return (
      <Badge tone="warn" shape="ring">
        Waits for your answer
      </Badge>
    );
  if (state === 'CONFIRMED')
    return (
      <Badge tone="ok" shape="dot">
        Yours
      </Badge>
    );
  return followed === 'OPEN' || followed === null ? (
    <Badge tone="info" shape="square">
      Being looked into
    </Badge>
  ) : (
    <Badge tone="neutral" shape="dot">
      Closed
    </Badge>
  );
}
