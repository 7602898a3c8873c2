import { z } from 'zod';
import { tenantName } from '../../../../schema/api/submit-claim-request.ts';
import { placeKey } from '../../../../schema/domain/attachments/stored-file.ts';
import { attachmentTypes } from '../../../../schema/domain/claims/attachment.ts';
import { isRefusal, refuse } from '../../../../schema/domain/refusal.ts';
import { patterns } from '../../../../views/paths.ts';
import { noteAccess } from '../../../attachments/open.ts';
import { serveFile } from '../../../attachments/serve-file.ts';
import { claimByNumber } from '../../../queries/claim-by-number.ts';
import { tenantDatabase } from '../../../queries/database.ts';
import { storedFile } from '../../../queries/stored-files.ts';
import { noBody, operation } from '../../operation.ts';
import { reachOf } from '../../reach.ts';
import { exampleClaim } from '../claims/example.ts';

const nothing = refuse('not_found', 'There is no such file of this claim.');

/** The bytes of a claim's file. */
export const showAttachment = operation({
  id: 'showAttachment',
  method: 'GET',
  path: patterns.api.claimAttachment,
  area: 'Claims',
  summary: 'Read a file of a claim',
  description:
    "The file's bytes; a part of them with the header Range. Every reading is noted with the key's name. A facility reads the files it sent itself.",
  scopes: { tenant: 'claim.attachment_view', facility: 'facility.claim.view' },
  params: z.strictObject({
    number: z.string().max(40).meta({ description: "the claim's number" }),
    attachment: z.string().max(40).meta({ description: "the file's id" }),
  }),
  query: z.strictObject({ tenant: tenantName.optional() }),
  body: noBody,
  answers: {
    200: { means: 'The file.', form: null, file: attachmentTypes },
    206: { means: 'The part that Range asks for.', form: null, file: attachmentTypes },
    416: { means: 'The file has no such part.', form: null },
  },
  refusals: [],
  example: {
    params: { number: exampleClaim.number, attachment: '5f0c6a1e9b7d4c20a8e3f1d2b4' },
    status: 200,
    answer: null,
  },
  async handle({ c, params, query }) {
    const reach = await reachOf(c, query.tenant);
    if (reach.refused) return reach;
    const { tenantId, facilityId } = reach;
    const db = tenantDatabase(c.env, tenantId);
    const claim = await claimByNumber(db, params.number, facilityId ?? undefined);
    const file = claim && (await storedFile(db, params.attachment, Date.now()));
    if (!claim || file?.place !== placeKey({ kind: 'claim', id: claim.id })) return nothing;
    if (facilityId !== null && file.from === 'tenant') return nothing;
    const noted = await noteAccess(c, { tenantId, claim }, file);
    if (isRefusal(noted)) return noted;
    return serveFile(c.env, { tenantId, file, how: 'attachment', range: c.req.header('range') });
  },
});
