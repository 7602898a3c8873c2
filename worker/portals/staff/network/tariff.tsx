import type { Context } from 'hono';
import { dateIn, isCalendarDate } from '../../../../schema/domain/dates.ts';
import { standardTariff } from '../../../../schema/domain/pricing/set-price.ts';
import { refuse } from '../../../../schema/domain/refusal.ts';
import { type TariffOwner, TariffPage, tariffName } from '../../../../views/hmo/tariff-page.tsx';
import { answer } from '../../../answer.ts';
import type { AppEnv } from '../../../env.ts';
import type { Database } from '../../../queries/database.ts';
import { linkOfFacility } from '../../../queries/link-of-facility.ts';
import { searchServices } from '../../../queries/search-services.ts';
import { tariffPage, tariffRows } from '../../../queries/tariff-page.ts';
import { render } from '../../../render.tsx';
import { tariffFile } from '../../network/tariff-file.ts';
import { openDesk } from '../desk.ts';
import { staffView } from '../staff-view.tsx';
import { tariffImport } from './tariff-import.ts';

const pageRows = 50;

/** There is no such tariff here: no facility of the network has this id. */
export const noTariff = refuse('not_found', 'There is no such tariff.');

/** Whose tariff an address names; null: nobody's. */
export async function ownerOf(c: Context<AppEnv>, db: Database): Promise<TariffOwner | null> {
  const tariff = c.req.param('tariff') ?? '';
  if (tariff === standardTariff) return { tariff, facilityName: null };
  const link = await linkOfFacility(db, tariff);
  return link && { tariff, facilityName: link.name };
}

/** `GET /<tenant>/tariffs/<facility|standard>`: its prices on a day, or the services that a search finds. */
export async function showTariff(c: Context<AppEnv>): Promise<Response> {
  const desk = await openDesk(c);
  const owner = await ownerOf(c, desk.db);
  if (owner === null) return answer(c, noTariff);
  const { q = '', on: day = '', after = '' } = c.req.query();
  const on = isCalendarDate(day) ? day : dateIn(desk.zone, desk.now);
  const asked = { tariff: owner.tariff, on, after, effective: false };
  const found = q.trim() === '' ? null : await searchServices(desk.db, q, pageRows);
  const page =
    found === null
      ? await tariffPage(desk.db, asked, pageRows)
      : {
          rows: await tariffRows(
            desk.db,
            asked,
            found.map(({ code }) => code),
          ),
          next: null,
        };
  const content = (
    <TariffPage
      slug={desk.slug}
      currency={desk.settings.currency}
      owner={owner}
      filter={{ q, on, after }}
      rows={page.rows}
      next={page.next}
      imports={tariffImport(desk, owner.tariff)}
      sets={desk.may('tariff.update')}
    />
  );
  return render(c, staffView(c, desk, { title: tariffName(owner), nav: 'providers' }, content));
}

/** `GET …/file`: every dated price as CSV, as an import takes it. */
export async function exportTariff(c: Context<AppEnv>): Promise<Response> {
  const desk = await openDesk(c);
  const owner = await ownerOf(c, desk.db);
  if (owner === null) return answer(c, noTariff);
  return tariffFile(c, desk.db, owner.tariff, tariffName(owner));
}
