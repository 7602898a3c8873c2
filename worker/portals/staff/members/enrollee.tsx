import type { Context } from 'hono';
import { coverOn } from '../../../../schema/domain/cover/cover-on.ts';
import { type CalendarDate, dateIn } from '../../../../schema/domain/dates.ts';
import { coverDates, stateOn } from '../../../../schema/domain/members/cover-dates.ts';
import type { Enrollee } from '../../../../schema/domain/members/enrollee.ts';
import { householdState } from '../../../../schema/domain/members/household-state.ts';
import { planStanding } from '../../../../schema/domain/members/plan-move.ts';
import { refuse } from '../../../../schema/domain/refusal.ts';
import type { AnswerRefused } from '../../../../views/hmo/members/asked-card.tsx';
import { EnrolleePage } from '../../../../views/hmo/members/enrollee-page.tsx';
import type { Relative } from '../../../../views/hmo/members/family-card.tsx';
import { answer } from '../../../answer.ts';
import { freshId } from '../../../command.ts';
import { connect } from '../../../databases/connect.ts';
import type { AppEnv } from '../../../env.ts';
import { deedsOf } from '../../../queries/deeds.ts';
import { familyOf } from '../../../queries/family-of.ts';
import { facilitiesById, type Person, personBy } from '../../../queries/person.ts';
import { planNames } from '../../../queries/plan-choices.ts';
import { visitsOfEnrollees } from '../../../queries/visits-of-enrollees.ts';
import { render } from '../../../render.tsx';
import { backAddress } from '../../back-address.ts';
import { openDesk, type StaffDesk } from '../desk.ts';
import { staffView } from '../staff-view.tsx';
import { deedsInWords } from './deed-words.tsx';

const deedsMax = 60;
const visitsMax = 5;

/** The answer where there is no such person. */
export const nobody = refuse('not_found', 'There is nobody with this member id.');

/** Whoever an address names. */
export const personAt = (c: Context<AppEnv>): Promise<Person | null> =>
  personBy(connect(c.env, `tenant-${c.var.organisation.id}`), {
    memberId: (c.req.param('member') ?? '').toUpperCase(),
  });

function relativeOf(person: Enrollee, today: CalendarDate): Relative {
  const { now, next } = planStanding(person.plans, today);
  const { memberId, firstName, lastName, relation, birthDate, cover } = person;
  return {
    memberId,
    name: `${firstName} ${lastName}`,
    relation,
    birthDate,
    plan: (now ?? next)?.plan ?? null,
    state: stateOn(coverDates(cover), today),
  };
}

interface Said {
  saved: string | null;
  refused: AnswerRefused | undefined;
}

/** What was done to the person, and to those whose cover theirs follows. */
async function deedsOfPerson({ db }: StaffDesk, { person, principal, client }: Person) {
  const own = `enrollee:${person.id}`;
  const [mine, others] = await Promise.all([
    deedsOf(db, [own], ['PutEnrollee', 'SetEnrolleeCover', 'MovePlan', 'ChangePrimaryFacility'], deedsMax),
    deedsOf(
      db,
      [`client:${client.code}`, ...(principal ? [`enrollee:${principal.id}`] : [])],
      ['SetClientCover', 'SetEnrolleeCover', 'MovePlan'],
      deedsMax,
    ),
  ]);
  const alsoMoved = others.filter(({ action, data }) => {
    if (action !== 'MovePlan') return true;
    return Array.isArray(data.moved) && data.moved.includes(person.id);
  });
  const all = [...mine, ...alsoMoved].sort((a, b) => b.seq - a.seq).slice(0, deedsMax);
  const of = (subject: string) =>
    subject === own ? 'own' : subject.startsWith('client:') ? 'client' : 'principal';
  return deedsInWords(all, of);
}

async function contentOf(c: Context<AppEnv>, desk: StaffDesk, found: Person, { saved, refused }: Said) {
  const { slug, zone, may, db, now, to } = desk;
  const { person, principal, client } = found;
  const today = dateIn(zone, now);
  const tenant = connect(c.env, `tenant-${c.var.organisation.id}`);
  const [deeds, family, names, facilities, visits] = await Promise.all([
    deedsOfPerson(desk, found),
    familyOf(db, person.principalId ?? person.id),
    planNames(db, [...new Set([...person.plans, ...(principal?.plans ?? [])].map(({ plan }) => plan))]),
    facilitiesById(tenant, [...new Set(person.primaryFacilities.map(({ facilityId }) => facilityId))]),
    visitsOfEnrollees(db, [person.id], { before: null, limit: visitsMax }),
  ]);
  const lookedInto = new Map(
    may('investigation.view')
      ? person.desk?.denied.map(({ number, investigation }) => [number, investigation ?? null])
      : [],
  );
  return (
    <EnrolleePage
      {...{ slug, zone, today, person, deeds, saved }}
      visits={visits.map((visit) => ({ ...visit, investigation: lookedInto.get(visit.number) ?? null }))}
      back={backAddress(c, to.enrollees())}
      clientName={client.name}
      state={householdState(
        coverDates(person.cover),
        principal && coverDates(principal.cover),
        coverDates(client.cover),
        today,
      )}
      cover={coverOn({ person, principal, client }, today)}
      planNames={names}
      facilityNames={Object.fromEntries([...facilities].map(([id, { name }]) => [id, name]))}
      family={family.map((each) => relativeOf(each, today))}
      now={now}
      refused={refused}
      answerIds={
        may('enrollee.create') ? Object.fromEntries(person.asked.map(({ id }) => [id, freshId()])) : null
      }
      inviteId={may('enrollee.update') ? freshId() : null}
      may={{
        create: may('enrollee.create'),
        update: may('enrollee.update'),
        cover: may('enrollee.suspend') || may('enrollee.terminate'),
        movePlan: may('enrollee.move_plan'),
        seeClient: may('client.view'),
        seeClaims: may('claim.view'),
      }}
    />
  );
}

/** Answers with a person's page as it is now. */
export async function enrolleeAt(
  c: Context<AppEnv>,
  memberId: string,
  saved: string | null = null,
  refused?: AnswerRefused,
): Promise<Response> {
  const tenant = connect(c.env, `tenant-${c.var.organisation.id}`);
  const [desk, found] = await Promise.all([openDesk(c), personBy(tenant, { memberId })]);
  if (found === null) return answer(c, nobody);
  const content = await contentOf(c, desk, found, { saved, refused });
  const title = `${found.person.firstName} ${found.person.lastName}`;
  const page = staffView(c, desk, { title, nav: 'enrollees' }, content);
  return render(c, page, refused && 422);
}

/** `GET /<tenant>/enrollees/<member id>`. */
export async function showEnrollee(c: Context<AppEnv>): Promise<Response> {
  const memberId = (c.req.param('member') ?? '').toUpperCase();
  return enrolleeAt(c, memberId, c.req.query('saved') === undefined ? null : 'Saved.');
}
