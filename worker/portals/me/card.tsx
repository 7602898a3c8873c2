import type { Context } from 'hono';
import type { Enrollee } from '../../../schema/domain/members/enrollee.ts';
import { isRefusal } from '../../../schema/domain/refusal.ts';
import { CardPage, type CardShown } from '../../../views/enrollee/card-page.tsx';
import { assetUrl } from '../../assets.ts';
import type { AppEnv } from '../../env.ts';
import { render } from '../../render.tsx';
import type { MyDesk } from './desk.ts';
import { myCover } from './my-cover.ts';
import { myView } from './my-view.tsx';

async function cardOf(c: Context<AppEnv>, desk: MyDesk, person: Enrollee): Promise<CardShown> {
  const answered = await myCover(c, desk, person);
  const { memberId, firstName, lastName, birthDate, relation } = person;
  const [planName, cover] = isRefusal(answered)
    ? [null, null]
    : [answered.planName, answered.eligibility.cover];
  return { memberId, name: `${firstName} ${lastName}`, birthDate, relation, planName, cover };
}

/** `GET /me/card`: their own card and those of the dependants they may see. It is kept on the device. */
export async function showCard(c: Context<AppEnv>, desk: MyDesk): Promise<Response> {
  const cards = await Promise.all(desk.seen.map((person) => cardOf(c, desk, person)));
  const content = (
    <CardPage
      cards={cards}
      insurer={desk.settings.name}
      slug={desk.settings.slug}
      script={assetUrl('card.js')}
      client={desk.client.name}
      today={desk.today}
    />
  );
  return render(c, myView(c, desk, { title: 'Card', nav: 'card' }, content));
}
