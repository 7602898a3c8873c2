import { freshId } from '../../../worker/command.ts';
import type { Call } from './call.ts';
import { apiCall, form, json, put } from './call.ts';
import type { World } from './world.ts';

const said = json({ name: 'x.pdf', kind: null, size: 9, sha256: 'a'.repeat(64) });
const multipart = 'multipart/form-data; boundary=x';
const aFile =
  '--x\r\nContent-Disposition: form-data; name="files"; filename="x.pdf"\r\n\r\n%PDF\r\n--x--\r\n';

/** Calls about the files below one address; the file is a PDF, of which there is no picture. */
function below(
  pattern: string,
  root: string,
  file: string,
  own: Pick<Call, 'area' | 'besides'> & ({ shows: 'tenant' | 'facility' } | { absent: true }),
): Record<string, Call> {
  const { area, ...found } = own;
  const call = (path: string, more: Partial<Call> = {}): Call => ({
    area,
    path: `${root}/${path}`,
    refused: [404],
    ...more,
  });
  return {
    [`POST ${pattern}/files`]: call('files', { body: aFile, headers: { 'content-type': multipart } }),
    [`GET ${pattern}/files/:file`]: call(`files/${file}`, found),
    [`GET ${pattern}/files/:file/thumbnail`]: call(`files/${file}/thumbnail`, { absent: true }),
    [`POST ${pattern}/files/:file/removals`]: call(`files/${file}/removals`, { body: form() }),
    [`POST ${pattern}/uploads`]: call('uploads', { body: said, headers: put }),
    [`POST ${pattern}/uploads/:upload`]: call('uploads/none', { body: '', headers: put }),
    [`POST ${pattern}/uploads/:upload/pieces/:n`]: call('uploads/none/pieces/0', { body: 'x' }),
  };
}

const sent = () => ({ 'content-type': 'application/pdf', 'idempotency-key': freshId() });

/** The same by the API. */
const fileApiCalls = ({ queried, attached }: World): Record<string, Call> => {
  const root = `/v1/claims/${queried}/attachments`;
  return {
    'POST /v1/attachments': apiCall('/v1/attachments?name=x.pdf', { body: 'x', headers: sent() }),
    'POST /v1/claims/:number/attachments': apiCall(`${root}?name=x.pdf`, {
      body: 'x',
      headers: sent(),
      refused: [404],
    }),
    'GET /v1/claims/:number/attachments/:attachment': apiCall(`${root}/${attached.claim}`, {
      shows: 'tenant',
      refused: [404],
    }),
  };
};

/** Files of the victims' claims and drafts, and which of them are wanted. */
export const fileCalls = (world: World): Record<string, Call> => ({
  ...fileApiCalls(world),
  ...filePageCalls(world),
});

const filePageCalls = ({ tenant, queried, draft, attached, investigation }: World): Record<string, Call> => ({
  'GET /:tenant/settings/files': {
    area: 'staff',
    path: `/${tenant.slug}/settings/files`,
    refused: [404],
    shows: 'tenant',
  },
  'POST /:tenant/settings/files': {
    area: 'staff',
    path: `/${tenant.slug}/settings/files`,
    refused: [404],
    body: form({ 'wanted.0.kind': 'Letter' }),
  },
  ...below('/:tenant/claims/:number', `/${tenant.slug}/claims/${queried}`, attached.claim, {
    area: 'staff',
    shows: 'tenant',
  }),
  ...below(
    '/:tenant/investigations/:investigation',
    `/${tenant.slug}/investigations/${investigation}`,
    attached.investigation,
    { area: 'staff', shows: 'tenant', besides: 'investigation.view' },
  ),
  ...below('/provider/claims/:tenant/:number', `/provider/claims/${tenant.id}/${queried}`, attached.claim, {
    area: 'provider',
    shows: 'facility',
  }),
  ...below('/provider/requests/:tenant/:request', `/provider/requests/${tenant.id}/request-1`, 'none', {
    area: 'provider',
    absent: true,
  }),
  ...below('/provider/drafts/:draft', `/provider/drafts/${draft}`, attached.draft, {
    area: 'provider',
    shows: 'facility',
  }),
});
