import type { Context } from 'hono';
import { executeOn } from '../../../../durable-objects/tenant/execute.ts';
import { dateIn } from '../../../../schema/domain/dates.ts';
import { parseMoney } from '../../../../schema/domain/money.ts';
import { priceOn } from '../../../../schema/domain/pricing/price-on.ts';
import { standardTariff } from '../../../../schema/domain/pricing/set-price.ts';
import { isRefusal, type Refusal, refuse } from '../../../../schema/domain/refusal.ts';
import { putPricesForm } from '../../../../schema/forms/put-prices.ts';
import { ServicePricesPage } from '../../../../views/hmo/service-prices-page.tsx';
import { paths } from '../../../../views/paths.ts';
import type { FormErrors } from '../../../../views/ui/form.tsx';
import { answer, statusOf } from '../../../answer.ts';
import { command, freshId, readForm, type SentForm, tenantActor } from '../../../command.ts';
import type { AppEnv } from '../../../env.ts';
import { servicePrices } from '../../../queries/service-prices.ts';
import { servicesByCode } from '../../../queries/services-by-code.ts';
import { arriveAt, render } from '../../../render.tsx';
import { formErrors, refusalErrors } from '../../form-errors.ts';
import { openDesk } from '../desk.ts';
import { staffView } from '../staff-view.tsx';
import { noTariff, ownerOf } from './tariff.tsx';

type Entry = { from: string; price: string; errors: FormErrors };
type Status = Parameters<typeof render>[2];

async function pricesPage(
  c: Context<AppEnv>,
  code: string,
  entry: Entry | null = null,
  status?: Status,
): Promise<Response> {
  const desk = await openDesk(c);
  const owner = await ownerOf(c, desk.db);
  if (owner === null) return answer(c, noTariff);
  const [[service], prices, standard] = await Promise.all([
    servicesByCode(desk.db, [code]),
    servicePrices(desk.db, owner.tariff, code),
    owner.tariff === standardTariff ? [] : servicePrices(desk.db, standardTariff, code),
  ]);
  if (service === undefined) return answer(c, refuse('not_found', 'There is no service of this code.'));
  const today = dateIn(desk.zone, desk.now);
  const form = entry ?? { from: today, price: '', errors: {} };
  const content = (
    <ServicePricesPage
      slug={desk.slug}
      currency={desk.settings.currency}
      standard={priceOn(standard, today)}
      form={desk.may('tariff.update') ? { ...form, commandId: freshId() } : null}
      {...{ today, owner, service, prices }}
    />
  );
  return render(c, staffView(c, desk, { title: service.name, nav: 'providers' }, content), status);
}

/** `GET …/services/<code>`: every price that a service has had, has and will have in a tariff. */
export const showServicePrices = (c: Context<AppEnv>): Promise<Response> =>
  pricesPage(c, c.req.param('service') ?? '');

/** `prices.0.from` is the form's `from`. */
const ownNames = (errors: FormErrors): FormErrors =>
  Object.fromEntries(Object.entries(errors).map(([name, text]) => [name.replace(/^prices\.0\.?/, ''), text]));

function readPrice(form: SentForm, tariff: string) {
  const typed = form.get('price').trim();
  const price = typed === '' ? null : parseMoney(typed);
  const wrong: FormErrors =
    typed !== '' && price === null
      ? { price: 'Write the price as a number with at most two decimals, for example 7,500.00.' }
      : {};
  const parsed = putPricesForm.safeParse({
    tariff,
    prices: [{ service: form.get('service'), from: form.get('from'), price }],
  });
  const errors = { ...wrong, ...(parsed.success ? {} : ownNames(formErrors(parsed.error))) };
  return parsed.success && Object.keys(errors).length === 0 ? { input: parsed.data } : { errors };
}

/** `POST …/prices`: one price from a day on. */
export async function setServicePrice(c: Context<AppEnv>): Promise<Response> {
  const form = await readForm(c);
  const { tariff = '' } = c.req.param();
  const code = form.get('service');
  const again = (errors: FormErrors, status: Status = 422) =>
    pricesPage(c, code, { from: form.get('from'), price: form.get('price'), errors }, status);
  const read = readPrice(form, tariff);
  if ('errors' in read) return again(read.errors);
  const { input } = read;
  const answered = await executeOn(
    tenantActor(c),
    command(c, form.commandId, { type: 'PutPrices' as const, input }),
  );
  if (isRefusal(answered)) return refusedPrice(c, answered, again);
  const slug = c.var.organisation.slug ?? '';
  return arriveAt(c, paths.staff(slug).servicePrices(tariff, code), () => pricesPage(c, code));
}

function refusedPrice(
  c: Context<AppEnv>,
  refusal: Refusal,
  again: (errors: FormErrors, status: Status) => Promise<Response>,
) {
  if (refusal.code === 'not_found' || refusal.code === 'forbidden') return answer(c, refusal);
  return again(ownNames(refusalErrors(refusal)), statusOf(refusal));
}
