import type { Authorization } from '../../schema/domain/authorizations/authorization.ts';
import { paths } from '../paths.ts';
import { DayText } from '../ui/date-text.tsx';
import { isUsable, MyAuthorizationBadge } from './authorization-words.tsx';

/** What a list says of a request. */
export type MyAuthorizationRow = Pick<
  Authorization,
  'number' | 'state' | 'facilityName' | 'serviceDate' | 'memberId' | 'code' | 'validTo'
>;

type AuthorizationListProps = {
  requests: readonly MyAuthorizationRow[];
  /** the first names of those whose they are, by member id, where they are not one's own */
  whose: Readonly<Record<string, string>>;
};

function Row({ request, whose }: { request: MyAuthorizationRow; whose: string | undefined }) {
  const { number, state, facilityName, serviceDate, code, validTo } = request;
  return (
    <li>
      <a href={paths.me.authorization(number)}>
        <span>
          <b>
            <bdi>{facilityName}</bdi>
          </b>
          <span class="mute">
            Planned for <DayText date={serviceDate} />
            {whose === undefined ? null : (
              <>
                {' · '}
                <bdi>{whose}</bdi>
              </>
            )}
          </span>
          {isUsable(state) && code !== null && validTo !== null ? (
            <span class="mute">
              {code}, until <DayText date={validTo} />
            </span>
          ) : null}
        </span>
        <span>
          <MyAuthorizationBadge state={state} />
        </span>
      </a>
    </li>
  );
}

/** Requests to tap on: where, for when, for whom, how it stands, and the code while it can be used. */
export function AuthorizationList({ requests, whose }: AuthorizationListProps) {
  return (
    <ul class="taps">
      {requests.map((request) => (
        <Row request={request} whose={whose[request.memberId]} />
      ))}
    </ul>
  );
}
