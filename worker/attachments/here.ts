import type { Context } from 'hono';
import { placeKey } from '../../schema/domain/attachments/stored-file.ts';
import type { Claim } from '../../schema/domain/claims/claim.ts';
import { investigationIdOf } from '../../schema/domain/investigations/investigation.ts';
import type { PlaceNamed } from '../../schema/forms/attachments.ts';
import { paths } from '../../views/paths.ts';
import { connect } from '../databases/connect.ts';
import type { AppEnv } from '../env.ts';
import { authorizationByNumber } from '../queries/authorization-by-number.ts';
import { claimByNumber } from '../queries/claim-by-number.ts';
import { type Database, facilityDatabase, tenantDatabase } from '../queries/database.ts';
import { draftById } from '../queries/draft-by-id.ts';
import { investigationIsThere } from '../queries/investigations-page.ts';
import { linkedTenants } from '../queries/linked-tenants.ts';

/** The draft or claim whose files an address is about, within the reach of whoever asks. */
export interface FilesHere {
  tenantId: string;
  db: Database;
  place: PlaceNamed;
  /** the place as files are found by it */
  key: string;
  /** null: it is no claim */
  claim: Claim | null;
  /** whose it is, of a request for permission */
  enrolleeId?: string;
  /** the page they are shown on */
  page: string;
}

/** Finds what an address names; null: there is nothing, for whoever asks. */
export type FindHere = (c: Context<AppEnv>) => Promise<FilesHere | null>;

async function isLinked(c: Context<AppEnv>, tenantId: string): Promise<boolean> {
  const linked = await linkedTenants(connect(c.env, `facility-${c.var.organisation.id}`));
  return linked.some((each) => each.tenantId === tenantId);
}

/** A draft of the facility's that names an insurer it is linked with, and was not submitted. */
export const draftHere: FindHere = async (c) => {
  const facilityId = c.var.organisation.id;
  const draft = await draftById(facilityDatabase(c.env, facilityId), c.req.param('draft') ?? '');
  if (draft === null || draft.claimNumber !== null) return null;
  const { tenantId } = draft.body;
  if (!(await isLinked(c, tenantId))) return null;
  const place = { kind: 'draft', facilityId, draftId: draft.id } as const;
  const db = tenantDatabase(c.env, tenantId);
  return {
    tenantId,
    db,
    place,
    key: placeKey(place),
    claim: null,
    page: paths.provider.draft(draft.id, 'review'),
  };
};

async function claimAt(
  c: Context<AppEnv>,
  tenantId: string,
  page: (number: string) => string,
): Promise<FilesHere | null> {
  const db = tenantDatabase(c.env, tenantId);
  const { kind, id } = c.var.organisation;
  const claim = await claimByNumber(db, c.req.param('number') ?? '', kind === 'facility' ? id : undefined);
  if (claim === null) return null;
  const { number } = claim;
  const place = { kind: 'claim', number } as const;
  return { tenantId, db, place, key: placeKey({ kind: 'claim', id: claim.id }), claim, page: page(number) };
}

/** A claim of the facility's. */
export const facilityClaimHere: FindHere = async (c) => {
  const tenantId = c.req.param('tenant') ?? '';
  if (!(await isLinked(c, tenantId))) return null;
  return claimAt(c, tenantId, (number) => paths.provider.claim(tenantId, number));
};

/** A claim of the tenant's. */
export const staffClaimHere: FindHere = (c) => {
  const { id, slug } = c.var.organisation;
  return claimAt(c, id, (number) => paths.staff(slug ?? id).claim(number));
};

/** What is on its way with a request of the facility's to an insurer that it is linked with; its page is the request's form. */
export const requestHere: FindHere = async (c) => {
  const { tenant: tenantId = '', request = '' } = c.req.param();
  if (!/^[0-9A-Za-z-]{8,40}$/.test(request) || !(await isLinked(c, tenantId))) return null;
  const place = { kind: 'draft', facilityId: c.var.organisation.id, draftId: request } as const;
  return {
    tenantId,
    db: tenantDatabase(c.env, tenantId),
    place,
    key: placeKey(place),
    claim: null,
    page: paths.provider.newAuthorization(),
  };
};

async function authorizationAt(
  c: Context<AppEnv>,
  tenantId: string,
  page: (number: string) => string,
): Promise<FilesHere | null> {
  const db = tenantDatabase(c.env, tenantId);
  const { kind, id } = c.var.organisation;
  const number = c.req.param('number') ?? '';
  const found = await authorizationByNumber(db, number, kind === 'facility' ? id : undefined);
  if (found === null) return null;
  const key = placeKey({ kind: 'authorization', id: found.id });
  // nothing is added here: files come with the request, an answer or an appeal
  const place = { kind: 'loose', id: key } as const;
  return { tenantId, db, place, key, claim: null, enrolleeId: found.enrolleeId, page: page(number) };
}

/** A request of the facility's. */
export const facilityAuthorizationHere: FindHere = async (c) => {
  const tenantId = c.req.param('tenant') ?? '';
  if (!(await isLinked(c, tenantId))) return null;
  return authorizationAt(c, tenantId, (number) => paths.provider.authorization(tenantId, number));
};

/** A request to the tenant. */
export const staffAuthorizationHere: FindHere = (c) => {
  const { id, slug } = c.var.organisation;
  return authorizationAt(c, id, (number) => paths.staff(slug ?? id).authorization(number));
};

/** An investigation of the tenant's, for those who may see investigations. */
export const investigationHere: FindHere = async (c) => {
  const { id: tenantId, slug } = c.var.organisation;
  const number = c.req.param('investigation') ?? '';
  const id = investigationIdOf(number);
  const db = tenantDatabase(c.env, tenantId);
  if (!c.var.principal.permissions.includes('investigation.view')) return null;
  if (id === null || !(await investigationIsThere(db, id))) return null;
  return {
    tenantId,
    db,
    place: { kind: 'investigation', number },
    key: placeKey({ kind: 'investigation', id }),
    claim: null,
    page: paths.staff(slug ?? tenantId).investigation(number),
  };
};
