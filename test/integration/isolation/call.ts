import type { Permission } from '../../../schema/domain/permissions.ts';
import { freshId } from '../../../worker/command.ts';

/** How to call one route, and who has to be turned away how. */
export interface Call {
  /** `staff`, `provider` and `me` pages, the `api`, `live` streams, the `machine`'s own doors, what is `public` */
  area: 'staff' | 'provider' | 'me' | 'api' | 'live' | 'machine' | 'public';
  path: string;
  body?: URLSearchParams | string;
  headers?: Record<string, string>;
  /**
   * Names a thing of the victims: somebody of another organisation of the same kind gets one of these. Left out: it names
   * nothing and shows whoever asks what is their own.
   */
  refused?: readonly number[];
  /** where the input decides which permission is wanted: what is sent with that one */
  wanting?: Partial<Record<Permission, Partial<Pick<Call, 'path' | 'body'>>>>;
  /** behind a door of several permissions: the one that this very thing takes */
  asks?: Permission;
  /** what one needs besides what the door asks for: without it there is nothing here */
  besides?: Permission;
  /** what is asked for is not there: whoever gets in is told so, with 404 */
  absent?: true;
  /** the victims themselves find their mark in the answer */
  shows?: 'tenant' | 'facility' | 'enrollee';
}

/** A page of the staff's that is of one insurer: to another's people it is not there. */
export const staffCall = (path: string, own: Partial<Call> = {}): Call => ({
  area: 'staff',
  path,
  refused: [404],
  ...own,
});

/** An operation of the API. */
export const apiCall = (path: string, own: Partial<Call> = {}): Call => ({ area: 'api', path, ...own });

/** A form as a browser sends it. */
export const form = (fields: Record<string, string> = {}) =>
  new URLSearchParams({ command_id: freshId(), ...fields });

/** A body of the API, and the headers that go with it; each POST is another one. */
export const json = (value: unknown) => JSON.stringify(value);
export const put = { 'content-type': 'application/json' };
export const post = () => ({ ...put, 'idempotency-key': freshId() });
