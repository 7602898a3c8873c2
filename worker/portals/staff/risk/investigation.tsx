import type { Context } from 'hono';
import { attachmentOf, placeKey } from '../../../../schema/domain/attachments/stored-file.ts';
import { refuse } from '../../../../schema/domain/refusal.ts';
import { InvestigationPage } from '../../../../views/hmo/risk/investigation-page.tsx';
import type { InvestigationSaid } from '../../../../views/hmo/risk/investigation-props.ts';
import { answer } from '../../../answer.ts';
import { investigationFilesCard } from '../../../attachments/files-card.tsx';
import { freshId } from '../../../command.ts';
import type { AppEnv } from '../../../env.ts';
import { investigationWithClaims } from '../../../queries/investigations-page.ts';
import { filesAtPlace } from '../../../queries/stored-files.ts';
import { render } from '../../../render.tsx';
import { openDesk } from '../desk.ts';
import { facilityChoices } from '../members/facility-choices.ts';
import { staffView } from '../staff-view.tsx';

/** What is shown again, or said, where something was refused. */
export interface Refused {
  said?: InvestigationSaid;
  refusal?: string;
}

/** Answers with an investigation's page as it is now, or that there is none. */
export async function showInvestigationNumbered(
  c: Context<AppEnv>,
  number: string,
  { said, refusal }: Refused = {},
  status?: Parameters<typeof render>[2],
): Promise<Response> {
  const desk = await openDesk(c);
  const [found, facilities] = await Promise.all([
    investigationWithClaims(desk.db, number),
    facilityChoices(desk.db),
  ]);
  if (found === null) return answer(c, refuse('not_found', 'There is no investigation of this number.'));
  const { investigation } = found;
  const key = placeKey({ kind: 'investigation', id: investigation.id });
  const files = (await filesAtPlace(desk.db, key, Date.now())).flatMap(attachmentOf);
  const may = { look: desk.may('claim.attachment_view'), add: desk.may('investigation.manage') };
  const content = (
    <InvestigationPage
      slug={desk.slug}
      zone={desk.zone}
      {...found}
      facilities={facilities}
      files={investigationFilesCard(c, { investigation, files, zone: desk.zone, may })}
      commandId={desk.may('investigation.manage') ? freshId : null}
      said={said ?? null}
      {...(refusal === undefined ? {} : { refusal })}
    />
  );
  const page = { title: number, nav: 'investigations', seq: desk.counts.seq };
  return render(c, staffView(c, desk, page, content), status);
}

/** `GET /<tenant>/investigations/<number>`. */
export const showInvestigation = (c: Context<AppEnv>): Promise<Response> =>
  showInvestigationNumbered(c, c.req.param('investigation') ?? '');
