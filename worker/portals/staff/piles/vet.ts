import type { Context } from 'hono';
import { executeOn } from '../../../../durable-objects/tenant/execute.ts';
import type { PileKey } from '../../../../schema/domain/piles/pile.ts';
import { isRefusal } from '../../../../schema/domain/refusal.ts';
import { paths } from '../../../../views/paths.ts';
import { answer, statusOf } from '../../../answer.ts';
import { command, freshId, readForm, tenantActor } from '../../../command.ts';
import type { AppEnv } from '../../../env.ts';
import { arriveAt } from '../../../render.tsx';
import { showClaimNumbered } from '../claim.ts';
import { pileOfAddress } from '../claim-back.ts';
import { noSuchPile, pileAsked, showPileAt } from './pile.tsx';

/** The address with something more to say on arriving. */
function withSaid(address: string, more: Record<string, string>): string {
  const [path = '', query] = address.split('?');
  const said = new URLSearchParams(query);
  for (const name of ['decided', 'nothing']) said.delete(name);
  for (const [name, value] of Object.entries(more)) said.set(name, value);
  const text = said.toString();
  return text === '' ? path : `${path}?${text}`;
}

interface Vetting {
  /** the pile's page as somebody was on it */
  back: string;
  /** the claim that was left, or decided, just now */
  after?: string | undefined;
  commandId?: string;
}

/** Takes the next claim of the pile and shows it; where none is left, its page says what remains. */
export async function vetNextIn(
  c: Context<AppEnv>,
  pile: PileKey,
  { back, after, commandId = freshId() }: Vetting,
): Promise<Response> {
  const input = { ...pile, ...(after === undefined || after === '' ? {} : { after }) };
  const answered = await executeOn(tenantActor(c), command(c, commandId, { type: 'VetNext', input }));
  if (!isRefusal(answered)) {
    const { number } = answered.outcome;
    const address = paths.staff(c.var.organisation.slug ?? '').claim(number);
    return arriveAt(c, address, () => showClaimNumbered(c, number, { back }));
  }
  if (answered.code !== 'wrong_state')
    return showPileAt(c, pile, back, { refusal: answered.message }, statusOf(answered));
  const arrival = withSaid(back, { nothing: '1' });
  return arriveAt(c, arrival, () => showPileAt(c, pile, arrival));
}

/** `POST /<tenant>/piles/<facility>/<month>/next`: the claim of the pile that one is at, or the next. */
export async function vetNext(c: Context<AppEnv>): Promise<Response> {
  const pile = pileAsked(c);
  if (!pile) return answer(c, noSuchPile());
  const form = await readForm(c);
  const own = paths.staff(c.var.organisation.slug ?? '').pile(pile);
  const said = form.get('back');
  const isOwn = said === own || (said.startsWith(`${own}?`) && pileOfAddress(c, said) !== null);
  const back = isOwn && /^[\x21-\x7e]+$/.test(said) ? said : own;
  return vetNextIn(c, pile, { back, commandId: form.commandId });
}

/** A pile's page as somebody comes back to it after a decision. */
export function showPileDecided(
  c: Context<AppEnv>,
  pile: PileKey,
  back: string,
  decided: string | null,
): Promise<Response> {
  const arrival = withSaid(back, decided === null ? {} : { decided });
  return arriveAt(c, arrival, () => showPileAt(c, pile, arrival));
}
