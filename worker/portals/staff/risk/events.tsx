import type { Context } from 'hono';
import type { FlagState } from '../../../../schema/domain/risk/flag.ts';
import { openEvents } from '../../../../schema/domain/risk/rule-counts.ts';
import { type RiskFilter, RiskPage } from '../../../../views/hmo/risk/risk-page.tsx';
import { flagWords, riskRules } from '../../../../views/hmo/risk/risk-words.ts';
import { freshId } from '../../../command.ts';
import type { AppEnv } from '../../../env.ts';
import { ruleCounts } from '../../../queries/risk-counts.ts';
import { riskEventsPage } from '../../../queries/risk-events-page.ts';
import { render } from '../../../render.tsx';
import { openDesk } from '../desk.ts';
import { facilityChoices, facilityIdMeant } from '../members/facility-choices.ts';
import { staffView } from '../staff-view.tsx';

const pageRows = 50;

function readFilter(query: Record<string, string>): RiskFilter {
  const states = Object.keys(flagWords) as FlagState[];
  return {
    state: states.find((each) => each === query.state) ?? 'OPEN',
    rule: riskRules.find((each) => each === query.rule) ?? '',
    facility: (query.facility ?? '').slice(0, 40),
    after: (query.after ?? '').slice(0, 40),
  };
}

function readAfter(text: string): { seq: number; n: number } | null {
  const [, seq, n] = /^(\d{1,15})\.(\d{1,6})$/.exec(text) ?? [];
  return seq === undefined || n === undefined ? null : { seq: Number(seq), n: Number(n) };
}

/** `GET /<tenant>/risk`: by state, rule and facility, newest first. */
export async function showRisk(c: Context<AppEnv>): Promise<Response> {
  const desk = await openDesk(c);
  const { db, slug, zone, settings, may, counts } = desk;
  const asked = readFilter(c.req.query());
  const filter = { ...asked, facility: await facilityIdMeant(db, asked.facility) };
  const [page, byRule, facilities] = await Promise.all([
    riskEventsPage(
      db,
      {
        state: filter.state,
        rule: filter.rule === '' ? null : filter.rule,
        facilityId: filter.facility === '' ? null : filter.facility,
        after: readAfter(filter.after),
      },
      pageRows,
    ),
    ruleCounts(db),
    facilityChoices(db),
  ]);
  const all = Object.values(byRule);
  const sum = (of: (each: (typeof all)[number]) => number) =>
    all.reduce((total, each) => total + of(each), 0);
  const { next } = page;
  const content = (
    <RiskPage
      {...{ slug, zone, filter, facilities }}
      currency={settings.currency}
      counts={{
        OPEN: sum(openEvents),
        CONFIRMED: sum(({ confirmed }) => confirmed),
        DISMISSED: sum(({ dismissed }) => dismissed),
      }}
      rows={page.rows}
      next={next === null ? null : `${next.seq}.${next.n}`}
      openId={may('investigation.manage') ? freshId() : null}
      maySeeInvestigations={may('investigation.view')}
    />
  );
  const { seq } = counts;
  return render(c, staffView(c, desk, { title: 'Risk', nav: 'risk', seq }, content));
}
