import type { Context } from 'hono';
import { dateIn } from '../../../../schema/domain/dates.ts';
import { coverDates, stateOn } from '../../../../schema/domain/members/cover-dates.ts';
import type { Client } from '../../../../schema/domain/members/enrollee.ts';
import { refuse } from '../../../../schema/domain/refusal.ts';
import { ClientPage } from '../../../../views/hmo/members/client-page.tsx';
import { answer } from '../../../answer.ts';
import type { AppEnv } from '../../../env.ts';
import { clientByCode } from '../../../queries/client-by-code.ts';
import { clientTold } from '../../../queries/client-told.ts';
import { deedsOf } from '../../../queries/deeds.ts';
import { planNames } from '../../../queries/plan-choices.ts';
import { render } from '../../../render.tsx';
import { openDesk, type StaffDesk } from '../desk.ts';
import { staffView } from '../staff-view.tsx';
import { deedsInWords } from './deed-words.tsx';

const deedsMax = 50;
const toldMax = 6;
const actions = ['PutClient', 'SetClientCover'];

/** The answer where there is no such client. */
export const noClient = refuse('not_found', 'There is no client of this code.');

async function contentOf(desk: StaffDesk, client: Client, saved: string | null) {
  const { slug, zone, settings, may, db, now } = desk;
  const today = dateIn(zone, now);
  const [deeds, names, told] = await Promise.all([
    deedsOf(db, [`client:${client.code}`], actions, deedsMax),
    planNames(
      db,
      client.offers.map(({ plan }) => plan),
    ),
    clientTold(db, client.code, toldMax),
  ]);
  return (
    <ClientPage
      {...{ slug, zone, client, today, saved, told }}
      currency={settings.currency}
      state={stateOn(coverDates(client.cover), today)}
      planNames={names}
      may={{
        update: may('client.update'),
        suspend: may('client.suspend'),
        enrol: may('enrollee.create'),
        seePeople: may('enrollee.view'),
      }}
      deeds={deedsInWords(deeds, () => 'own')}
    />
  );
}

/** Answers with a client's page as it is now. */
export async function clientAt(
  c: Context<AppEnv>,
  code: string,
  saved: string | null = null,
): Promise<Response> {
  const desk = await openDesk(c);
  const client = await clientByCode(desk.db, code);
  if (client === null) return answer(c, noClient);
  const content = await contentOf(desk, client, saved);
  return render(c, staffView(c, desk, { title: client.name, nav: 'clients' }, content));
}

/** `GET /<tenant>/clients/<code>`. */
export async function showClient(c: Context<AppEnv>): Promise<Response> {
  return clientAt(c, c.req.param('code') ?? '', c.req.query('saved') === undefined ? null : 'Saved.');
}
