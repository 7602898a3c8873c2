import { part, type Query, withQuery } from './with-query.ts';

/** Imports: what the router knows. */
export const importPatterns = {
  imports: '/:tenant/imports',
  importNew: '/:tenant/imports/new',
  importTemplate: '/:tenant/imports/template',
  import: '/:tenant/imports/:import',
  importCommits: '/:tenant/imports/:import/commits',
  importDiscards: '/:tenant/imports/:import/discards',
  importRows: '/:tenant/imports/:import/rows',
} as const;

/** The same, as addresses below a tenant's own. */
export const importPaths = (root: string) => ({
  imports: (query?: Query) => withQuery(`${root}/imports`, query),
  importNew: (query?: Query) => withQuery(`${root}/imports/new`, query),
  importTemplate: (query?: Query) => withQuery(`${root}/imports/template`, query),
  import: (id: string, query?: Query) => withQuery(`${root}/imports/${part(id)}`, query),
  importCommits: (id: string) => `${root}/imports/${part(id)}/commits`,
  importDiscards: (id: string) => `${root}/imports/${part(id)}/discards`,
  importRows: (id: string, query?: Query) => withQuery(`${root}/imports/${part(id)}/rows`, query),
});
