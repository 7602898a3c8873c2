import type { Authorization } from '../../schema/domain/authorizations/authorization.ts';
import { paths } from '../paths.ts';
import { DayText } from '../ui/date-text.tsx';
import { isUsable, MyAuthorizationBadge, WhatWasAsked, WhenAsked } from './authorization-words.tsx';

/** What a list says of a request. */
export type MyAuthorizationRow = Pick<
  Authorization,
  'number' | 'state' | 'facilityName' | 'serviceDate' | 'memberId' | 'urgency' | 'code' | 'validTo'
> & {
  /** what was asked for first, and how many things in all */
  service: string;
  services: number;
};

type AuthorizationListProps = {
  requests: readonly MyAuthorizationRow[];
  /** the first names of those whose they are, by member id, where they are not one's own */
  whose: Readonly<Record<string, string>>;
  /** a first page may be seen over a shoulder: it says where, and not what for */
  isDiscreet?: boolean;
};

type RowProps = { request: MyAuthorizationRow; whose: string | undefined; isDiscreet: boolean };

function Row({ request, whose, isDiscreet }: RowProps) {
  const { number, state, facilityName, code, validTo } = request;
  const where = <bdi>{facilityName}</bdi>;
  return (
    <li>
      <a href={paths.me.authorization(number)}>
        <b>{isDiscreet ? where : <WhatWasAsked {...request} />}</b>
        <span>
          <MyAuthorizationBadge state={state} />
        </span>
        <span class="mute rest">
          {isDiscreet ? null : where}
          <span>
            <WhenAsked {...request} />
            {whose === undefined ? null : (
              <>
                {' · '}
                <bdi>{whose}</bdi>
              </>
            )}
          </span>
          {isUsable(state) && code !== null && validTo !== null ? (
            <span>
              <b>{code}</b>, until <DayText date={validTo} />
            </span>
          ) : null}
        </span>
      </a>
    </li>
  );
}

/** Requests to tap on: what, where, for when, for whom, how it stands, and the code while it can be used. */
export function AuthorizationList({ requests, whose, isDiscreet = false }: AuthorizationListProps) {
  return (
    <ul class="taps">
      {requests.map((request) => (
        <Row request={request} whose={whose[request.memberId]} isDiscreet={isDiscreet} />
      ))}
    </ul>
  );
}
