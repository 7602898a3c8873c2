import type { Context } from 'hono';
import { attachmentOf, placeKey } from '../../../schema/domain/attachments/stored-file.ts';
import { wantedKinds } from '../../../schema/domain/attachments/wanted.ts';
import { parseMoney } from '../../../schema/domain/money.ts';
import type { DraftBody } from '../../../schema/forms/draft.ts';
import { draftFilesCard } from '../../attachments/files-card.tsx';
import type { AppEnv } from '../../env.ts';
import { type Database, tenantDatabase } from '../../queries/database.ts';
import { groupsByCode } from '../../queries/services-by-code.ts';
import { filesAtPlace } from '../../queries/stored-files.ts';
import { tenantSettings } from '../../queries/tenant-settings.ts';
import type { OpenDraft } from './draft-view.ts';

/** What the lines come to so far, by group; one that is not whole counts for nothing. */
async function linesSoFar(db: Database, lines: DraftBody['lines']) {
  const codes = lines.map(({ service }) => service).filter((code) => code !== '');
  const groups = await groupsByCode(db, codes);
  return lines.flatMap(({ service, quantity, unitPrice }) => {
    const group = groups[service];
    const claimed = Number(quantity) * (parseMoney(unitPrice) ?? 0);
    return group === undefined ? [] : [{ group, claimed: Number.isFinite(claimed) ? claimed : 0 }];
  });
}

/** The files of a draft, once it names its insurer, in whose records they are. */
export async function draftFiles(c: Context<AppEnv>, { view }: OpenDraft) {
  const { id, tenant, body } = view;
  if (tenant === null) return null;
  const db = tenantDatabase(c.env, tenant.id);
  const place = placeKey({ kind: 'draft', facilityId: c.var.organisation.id, draftId: id });
  const [files, settings, lines] = await Promise.all([
    filesAtPlace(db, place, Date.now()),
    tenantSettings(db),
    linesSoFar(db, body.lines),
  ]);
  const wanted = settings ? wantedKinds(lines, settings.attachmentRules) : [];
  const { zone } = tenant;
  return draftFilesCard(c, { draftId: id, files: files.flatMap(attachmentOf), zone, settings, wanted });
}
