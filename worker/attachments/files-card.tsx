import type { Context } from 'hono';
import { case_files_max } from '../../schema/domain/attachments/limits.ts';
import { missingKinds } from '../../schema/domain/attachments/wanted.ts';
import type { Authorization } from '../../schema/domain/authorizations/authorization.ts';
import type { Attachment } from '../../schema/domain/claims/attachment.ts';
import { type Claim, openStates } from '../../schema/domain/claims/claim.ts';
import type { Investigation } from '../../schema/domain/investigations/investigation.ts';
import type { TenantSettings } from '../../schema/domain/tenant-settings.ts';
import { FilesCard } from '../../views/claims/files-card.tsx';
import { paths } from '../../views/paths.ts';
import { assetUrl } from '../assets.ts';
import type { AppEnv } from '../env.ts';

const isOpen = ({ state }: Claim) => openStates.some((open) => open === state);

/** What whoever adds a file can say that it is: what is wanted of this claim, and what the tenant wants at all. */
const kindsOf = (wanted: readonly string[], settings: Pick<TenantSettings, 'attachmentRules'> | null) => [
  ...new Set([...wanted, ...(settings?.attachmentRules.wanted ?? []).map(({ kind }) => kind)]),
];

const script = () => assetUrl('attach.js');
const opensIn = ({ env }: Context<AppEnv>) => env.ATTACHMENT_ORIGIN !== undefined;

interface OnClaim {
  claim: Claim;
  zone: string;
  settings: TenantSettings | null;
  may: { look: boolean; add: boolean };
}

/** A claim's files on the staff's page. */
export function staffFilesCard(c: Context<AppEnv>, { claim, zone, settings, may }: OnClaim) {
  const { organisation } = c.var;
  return (
    <FilesCard
      files={claim.attachments}
      to={paths.files.staff(organisation.slug ?? organisation.id, claim.number)}
      zone={zone}
      opens={may.look ? opensIn(c) : null}
      removable={() => false}
      missing={isOpen(claim) ? missingKinds(claim.wanted, claim.attachments) : []}
      adds={may.add && isOpen(claim) ? { kinds: kindsOf(claim.wanted, settings), script: script() } : null}
    />
  );
}

/** A claim's files on its facility's page, but for those that the tenant's own people added: while a query is open, what was added since can be taken away again. */
export function facilityFilesCard(
  c: Context<AppEnv>,
  { claim, zone, settings, may, tenantId }: OnClaim & { tenantId: string },
) {
  const { queriedAt } = claim;
  const isNew = (file: Attachment) => file.from === 'facility' && queriedAt !== null && file.at >= queriedAt;
  return (
    <FilesCard
      files={claim.attachments.filter(({ from }) => from === 'facility')}
      to={paths.files.claim(tenantId, claim.number)}
      zone={zone}
      opens={opensIn(c)}
      removable={(file) => may.add && claim.state === 'QUERIED' && isNew(file)}
      missing={isOpen(claim) ? missingKinds(claim.wanted, claim.attachments) : []}
      adds={may.add && isOpen(claim) ? { kinds: kindsOf(claim.wanted, settings), script: script() } : null}
    />
  );
}

interface OnDraft {
  draftId: string;
  files: readonly Attachment[];
  zone: string;
  settings: TenantSettings | null;
  /** what is wanted with what the draft says so far */
  wanted: readonly string[];
}

/** A draft's files, all of which can be taken away again. */
export function draftFilesCard(c: Context<AppEnv>, { draftId, files, zone, settings, wanted }: OnDraft) {
  return (
    <FilesCard
      files={files}
      to={paths.files.draft(draftId)}
      zone={zone}
      opens={opensIn(c)}
      removable={() => true}
      missing={missingKinds(wanted, files)}
      adds={{ kinds: kindsOf(wanted, settings), script: script() }}
    />
  );
}

interface OnRequest {
  /** by which its files are found until it is sent */
  id: string;
  tenantId: string;
  files: readonly Attachment[];
  zone: string;
  settings: TenantSettings | null;
  /** what a query asks for */
  wanted?: readonly string[];
}

/** Files on their way with a request, an answer or an appeal, all of which can be taken away again. */
export function requestFilesCard(
  c: Context<AppEnv>,
  { id, tenantId, files, zone, settings, wanted = [] }: OnRequest,
) {
  return (
    <FilesCard
      files={files}
      to={paths.files.request(tenantId, id)}
      zone={zone}
      opens={opensIn(c)}
      removable={() => true}
      missing={missingKinds(wanted, files)}
      adds={{ kinds: kindsOf(wanted, settings), script: script() }}
    />
  );
}

interface OnInvestigation {
  investigation: Investigation;
  files: readonly Attachment[];
  zone: string;
  may: { look: boolean; add: boolean };
}

/** An investigation's files: while it is open they can be taken away again. */
export function investigationFilesCard(
  c: Context<AppEnv>,
  { investigation, files, zone, may }: OnInvestigation,
) {
  const { organisation } = c.var;
  return (
    <FilesCard
      files={files}
      to={paths.files.investigation(organisation.slug ?? organisation.id, investigation.number)}
      zone={zone}
      opens={may.look ? opensIn(c) : null}
      removable={() => may.add && investigation.state === 'OPEN'}
      missing={[]}
      adds={may.add ? { kinds: [], script: script() } : null}
      most={case_files_max}
    />
  );
}

/** The files of a request on the staff's page. */
export function staffRequestFilesCard(
  c: Context<AppEnv>,
  { authorization, zone, look }: { authorization: Authorization; zone: string; look: boolean },
) {
  const { organisation } = c.var;
  return (
    <FilesCard
      files={authorization.attachments}
      to={paths.files.staffAuthorization(organisation.slug ?? organisation.id, authorization.number)}
      zone={zone}
      opens={look ? opensIn(c) : null}
      removable={() => false}
      missing={missingKinds(authorization.wanted, authorization.attachments)}
      adds={null}
    />
  );
}

/** The files of a request on its facility's page, but for those that the tenant's own people added. */
export function facilityRequestFilesCard(
  c: Context<AppEnv>,
  { authorization, zone, tenantId }: { authorization: Authorization; zone: string; tenantId: string },
) {
  return (
    <FilesCard
      files={authorization.attachments.filter(({ from }) => from === 'facility')}
      to={paths.files.authorization(tenantId, authorization.number)}
      zone={zone}
      opens={opensIn(c)}
      removable={() => false}
      missing={[]}
      adds={null}
    />
  );
}
