import { requestLink as request } from '../../../schema/domain/network/steps.ts';
import { isRefusal } from '../../../schema/domain/refusal.ts';
import type { TenantHandler } from '../handler.ts';
import { changedLink, findLink, linkDecider, linkWants } from '../on-link.ts';

/** One side asks the other for a link; a facility without a portal has nobody to ask and is linked at once. */
export const requestLink: TenantHandler<'RequestLink'> = {
  wants: linkWants,
  decide: ({ facilityId: named, profile: told, ...input }, context) => {
    const found = findLink(named, context);
    if (isRefusal(found)) return found;
    const { facilityId, link } = found;
    const portal = link?.portal ?? true;
    const after = request(link, input, linkDecider(context), portal);
    if (isRefusal(after)) return after;
    const externalId = link?.externalId ?? null;
    // What the tenant has put on record of its papers and its place stays where the directory says nothing of them.
    const { licence, licenceUntil, accreditedUntil } = { ...link?.profile, ...told };
    const { latitude, longitude } = told.latitude === undefined ? (link?.profile ?? told) : told;
    const profile = { ...told, licence, licenceUntil, accreditedUntil, latitude, longitude };
    const news = after.state === 'APPROVED' ? 'link-approved' : 'link-requested';
    return changedLink(
      { ...after, facilityId, externalId, portal, profile, name: profile.name },
      news,
      context,
    );
  },
};
