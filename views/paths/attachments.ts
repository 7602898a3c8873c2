import { part } from './with-query.ts';

/** Files below the address of what they belong to. */
const below = <Root extends string>(root: Root) =>
  ({
    /** POST: files, as a form without script sends them */
    files: `${root}/files`,
    /** GET: opens it, which is noted */
    file: `${root}/files/:file`,
    fileRemovals: `${root}/files/:file/removals`,
    thumbnail: `${root}/files/:file/thumbnail`,
    /** POST: a browser's script says what it is about to send */
    uploads: `${root}/uploads`,
    /** POST: all of it was sent */
    upload: `${root}/uploads/:upload`,
    piece: `${root}/uploads/:upload/pieces/:n`,
  }) as const;

/** Files of drafts and of claims: what the router knows. */
export const filePatterns = {
  draft: below('/provider/drafts/:draft'),
  claim: below('/provider/claims/:tenant/:number'),
  staff: below('/:tenant/claims/:number'),
  /** what is on its way with a request, an answer or an appeal, until that is sent */
  request: below('/provider/requests/:tenant/:request'),
  authorization: below('/provider/authorizations/:tenant/:number'),
  staffAuthorization: below('/:tenant/authorizations/:number'),
  investigation: below('/:tenant/investigations/:investigation'),
  /** on the attachments' own origin: a link that was signed */
  link: '/:token',
} as const;

/** The addresses of the files of one draft or claim, by the address of that. */
function fileAddresses(root: string) {
  return {
    files: () => `${root}/files`,
    file: (file: string) => `${root}/files/${part(file)}`,
    fileRemovals: (file: string) => `${root}/files/${part(file)}/removals`,
    thumbnail: (file: string) => `${root}/files/${part(file)}/thumbnail`,
    uploads: () => `${root}/uploads`,
  };
}
export type FileAddresses = ReturnType<typeof fileAddresses>;

/** The same, by what they belong to. */
export const filePaths = {
  draft: (draft: string) => fileAddresses(`/provider/drafts/${part(draft)}`),
  claim: (tenant: string, number: string) =>
    fileAddresses(`/provider/claims/${part(tenant)}/${part(number)}`),
  staff: (tenant: string, number: string) => fileAddresses(`/${part(tenant)}/claims/${part(number)}`),
  request: (tenant: string, request: string) =>
    fileAddresses(`/provider/requests/${part(tenant)}/${part(request)}`),
  authorization: (tenant: string, number: string) =>
    fileAddresses(`/provider/authorizations/${part(tenant)}/${part(number)}`),
  staffAuthorization: (tenant: string, number: string) =>
    fileAddresses(`/${part(tenant)}/authorizations/${part(number)}`),
  investigation: (tenant: string, number: string) =>
    fileAddresses(`/${part(tenant)}/investigations/${part(number)}`),
  /** on the attachments' own origin */
  link: (origin: string, token: string) => `${origin}/${part(token)}`,
};
