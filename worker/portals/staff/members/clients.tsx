import type { Context } from 'hono';
import type { CalendarDate } from '../../../../schema/domain/dates.ts';
import { dateIn } from '../../../../schema/domain/dates.ts';
import { coverDates, coverStates, stateOn } from '../../../../schema/domain/members/cover-dates.ts';
import type { Client } from '../../../../schema/domain/members/enrollee.ts';
import {
  type ClientFilter,
  type ClientRow,
  ClientsPage,
} from '../../../../views/hmo/members/clients-page.tsx';
import type { AppEnv } from '../../../env.ts';
import { clientsPage } from '../../../queries/clients-page.ts';
import { render } from '../../../render.tsx';
import { openDesk } from '../desk.ts';
import { staffView } from '../staff-view.tsx';

const pageRows = 50;

function readFilter(query: Record<string, string>): ClientFilter {
  return {
    q: (query.q ?? '').trim().slice(0, 60),
    state: coverStates.find((each) => each === query.state) ?? '',
    after: (query.after ?? '').slice(0, 6),
  };
}

function rowOf({ code, name, cover, contracts, people, offers }: Client, today: CalendarDate): ClientRow {
  const holding = contracts.find(({ from, to }) => from <= today && today <= to);
  const shown = holding ?? contracts.at(-1);
  return {
    code,
    name,
    state: stateOn(coverDates(cover), today),
    contract: shown === undefined ? null : { ...shown, holds: holding !== undefined },
    people,
    plans: offers.map(({ plan }) => plan),
  };
}

/** `GET /<tenant>/clients`: the list, its search and its filter. */
export async function showClients(c: Context<AppEnv>): Promise<Response> {
  const filter = readFilter(c.req.query());
  const desk = await openDesk(c);
  const today = dateIn(desk.zone, desk.now);
  const { clients, more } = await clientsPage(desk.db, { ...filter, today, limit: pageRows });
  const content = (
    <ClientsPage
      slug={desk.slug}
      filter={filter}
      rows={clients.map((client) => rowOf(client, today))}
      next={more ? (clients.at(-1)?.code ?? null) : null}
      mayCreate={desk.may('client.create')}
    />
  );
  return render(c, staffView(c, desk, { title: 'Clients', nav: 'clients' }, content));
}
