import type { Context } from 'hono';
import { dateIn } from '../../../../schema/domain/dates.ts';
import { draftBodyForm } from '../../../../schema/forms/draft.ts';
import type { RequestEntry } from '../../../../views/authorizations/request-entry.ts';
import type { AppEnv } from '../../../env.ts';
import { freshId } from '../../../fresh-id.ts';
import { blankTyped, type RequestKnown } from '../../read-request.ts';
import type { FacilityDesk } from '../desk.ts';
import { unknownNames } from '../draft-claim.ts';
import { type OpenDraft, openDraft } from '../draft-view.ts';

/** A request that is being entered: nothing of it is kept but its files, under its id. */
export interface OpenRequest {
  id: string;
  entry: RequestEntry;
  opened: OpenDraft;
}

/** The id that the form says, by which its files are found. */
export const requestIdOf = (said: string | undefined): string =>
  said !== undefined && /^[0-9a-z-]{8,40}$/.test(said) ? said : freshId();

/** A request before anything is typed; the only HMO there is is chosen. */
export function blankRequest({ tenants, zone, now }: FacilityDesk): RequestEntry {
  const [only] = tenants.length === 1 ? tenants : [];
  const today = dateIn(zone, now);
  const body = draftBodyForm.parse({ tenantId: only?.id ?? '', startedAt: `${today}T12:00` });
  return { body, typed: blankTyped(today) };
}

/** Looks up everything that it names. */
export async function openRequest(
  c: Context<AppEnv>,
  desk: FacilityDesk,
  id: string,
  entry: RequestEntry,
): Promise<OpenRequest> {
  const draft = { id, version: 0, savedAt: desk.now };
  return { id, entry, opened: await openDraft(c, desk, draft, entry.body) };
}

/** What is known of what it names. */
export function knownOfRequest({ id, entry, opened }: OpenRequest): RequestKnown {
  const { known } = opened;
  return {
    currency: known.tenant?.currency ?? 'NGN',
    zone: known.tenant?.zone ?? 'UTC',
    unknown: unknownNames(entry.body, known),
    draftId: id,
  };
}
