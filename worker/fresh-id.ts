import { makeId } from '../schema/domain/ids.ts';

/** A fresh id: of a command in a form that is being shown, of a session, of a key. */
export function freshId(): string {
  return makeId(Date.now(), crypto.getRandomValues(new Uint8Array(13)));
}
