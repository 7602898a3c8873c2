import { Hono } from 'hono';
import { patterns } from '../../views/paths.ts';
import type { AppEnv } from '../env.ts';
import { type Door, guard } from '../middleware/guard.ts';
import {
  draftHere,
  type FindHere,
  facilityAuthorizationHere,
  facilityClaimHere,
  investigationHere,
  requestHere,
  staffAuthorizationHere,
  staffClaimHere,
} from './here.ts';
import { openAt, thumbnailAt } from './open.ts';
import { attachAt, beginAt, finishAt, pieceAt, removeAt } from './upload.ts';

/** Who may look, and who may add and take away. */
interface Doors {
  looks: Door;
  adds: Door;
}

type Below = (typeof patterns.files)[
  | 'draft'
  | 'claim'
  | 'staff'
  | 'request'
  | 'authorization'
  | 'staffAuthorization'
  | 'investigation'];

function filesOf(at: Below, { looks, adds }: Doors, find: FindHere): Hono<AppEnv> {
  const files = new Hono<AppEnv>();
  files.post(at.files, adds, attachAt(find));
  files.get(at.file, looks, openAt(find));
  files.post(at.fileRemovals, adds, removeAt(find));
  files.get(at.thumbnail, looks, thumbnailAt(find));
  files.post(at.uploads, adds, beginAt(find));
  files.post(at.upload, adds, finishAt(find));
  files.post(at.piece, adds, pieceAt(find));
  return files;
}

/** Files that are looked at and not added to here. */
function filesToSee(at: Below, looks: Door, find: FindHere): Hono<AppEnv> {
  const files = new Hono<AppEnv>();
  files.get(at.file, looks, openAt(find));
  files.get(at.thumbnail, looks, thumbnailAt(find));
  return files;
}

/** Files of a facility's drafts and claims. */
export const facilityFiles = new Hono<AppEnv>();
const drafting = guard('facility.claim.draft');
facilityFiles.route('/', filesOf(patterns.files.draft, { looks: drafting, adds: drafting }, draftHere));
const answering = guard('facility.claim.answer');
const seeing = guard('facility.claim.view');
facilityFiles.route(
  '/',
  filesOf(patterns.files.claim, { looks: seeing, adds: answering }, facilityClaimHere),
);

const asking = guard('facility.authorization.request', 'facility.authorization.appeal');
facilityFiles.route('/', filesOf(patterns.files.request, { looks: asking, adds: asking }, requestHere));
facilityFiles.route(
  '/',
  filesToSee(patterns.files.authorization, guard('facility.authorization.view'), facilityAuthorizationHere),
);

/** Files of a tenant's claims, and of requests to it. */
export const staffFiles = filesOf(
  patterns.files.staff,
  { looks: guard('claim.attachment_view'), adds: guard('claim.review', 'claim.create') },
  staffClaimHere,
);
staffFiles.route(
  '/',
  filesToSee(patterns.files.staffAuthorization, guard('claim.attachment_view'), staffAuthorizationHere),
);
// Whoever looks has to be let in twice: to files at all, and to investigations (`investigationHere`).
staffFiles.route(
  '/',
  filesOf(
    patterns.files.investigation,
    { looks: guard('claim.attachment_view'), adds: guard('investigation.manage') },
    investigationHere,
  ),
);
