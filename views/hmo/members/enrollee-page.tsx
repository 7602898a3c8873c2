import type { CoverAnswer } from '../../../schema/domain/cover/cover.ts';
import { ageOn, type CalendarDate, type Moment } from '../../../schema/domain/dates.ts';
import type { Enrollee } from '../../../schema/domain/members/enrollee.ts';
import type { HouseholdState } from '../../../schema/domain/members/household-state.ts';
import { masked } from '../../../schema/domain/members/masked.ts';
import { CoverVerdict } from '../../claims/cover-verdict.tsx';
import { paths } from '../../paths.ts';
import { Badge } from '../../ui/badge.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { DayText } from '../../ui/date-text.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { type AnswerRefused, AskedCard } from './asked-card.tsx';
import { CoverHistory } from './cover-history.tsx';
import { CoverBadge } from './cover-state.tsx';
import { type Deed, DeedsCard } from './deeds-card.tsx';
import { FamilyCard, type Relative } from './family-card.tsx';
import { PortalCard } from './portal-card.tsx';
import { FacilityCard, PlanCard } from './standing-cards.tsx';
import { type VisitOfPerson, VisitsCard } from './visits-card.tsx';

/** What may be done with the person. */
export interface EnrolleeRights {
  create: boolean;
  update: boolean;
  cover: boolean;
  movePlan: boolean;
  seeClient: boolean;
  seeClaims: boolean;
}

export type EnrolleePageProps = {
  slug: string;
  zone: string;
  today: CalendarDate;
  back: string;
  person: Enrollee;
  clientName: string;
  state: HouseholdState;
  cover: CoverAnswer;
  planNames: Readonly<Record<string, string>>;
  facilityNames: Readonly<Record<string, string>>;
  family: readonly Relative[];
  /** the last check-ins, the newest first */
  visits: readonly VisitOfPerson[];
  may: EnrolleeRights;
  deeds: readonly Deed[];
  now: Moment;
  /** the command that would invite them to a portal of their own; null: whoever looks may not */
  inviteId: string | null;
  /** the commands that would answer whom they ask to add, by request; null: whoever looks may not */
  answerIds: Readonly<Record<string, string>> | null;
  refused?: AnswerRefused | undefined;
  /** what was just done, in words */
  saved: string | null;
};

function PersonCard({ slug, person, clientName, today, may }: EnrolleePageProps) {
  const none = <span class="mute">Not recorded</span>;
  const client = <bdi>{clientName}</bdi>;
  return (
    <Card title="Person">
      <Facts
        facts={[
          ['Member id', person.memberId],
          [
            'Client',
            may.seeClient ? <a href={paths.staff(slug).client(person.clientCode)}>{client}</a> : client,
          ],
          ['Relation', person.relation],
          [
            'Born',
            <>
              <DayText date={person.birthDate} />, {ageOn(person.birthDate, today)}, {person.sex}
            </>,
          ],
          person.deathDate === null ? null : ['Died', <DayText date={person.deathDate} />],
          ['Telephone', person.phone ?? none],
          ['E-mail', person.email === null ? none : <bdi>{person.email}</bdi>],
          ['NIN', masked(person.nin) ?? none],
          ['NHIA number', masked(person.nhiaNumber) ?? none],
          person.externalId === null ? null : ['Own id', <bdi>{person.externalId}</bdi>],
          ['Transferred', person.transferred ? 'From another insurer, without a gap' : 'No'],
        ]}
      />
    </Card>
  );
}

function CoverCard({ zone, person, cover, planNames }: EnrolleePageProps) {
  return (
    <Card title="Cover">
      <p>
        <CoverVerdict cover={cover} planName={cover.covered ? planNames[cover.plan] : null} />
      </p>
      <CoverHistory steps={person.cover} zone={zone} />
    </Card>
  );
}

function Actions({ slug, person, may }: EnrolleePageProps) {
  const to = paths.staff(slug);
  const { memberId, relation } = person;
  return (
    <>
      {may.seeClaims ? <ButtonLink href={to.claims({ q: memberId })}>Claims</ButtonLink> : null}
      {may.cover ? <ButtonLink href={to.enrolleeCover(memberId)}>Change cover</ButtonLink> : null}
      {may.create && relation === 'principal' ? (
        <ButtonLink href={to.newEnrollee({ principal: memberId })}>Add dependant</ButtonLink>
      ) : null}
      {may.update ? (
        <ButtonLink href={to.enrolleeForm(memberId)} look="primary">
          Edit
        </ButtonLink>
      ) : null}
    </>
  );
}

const throughWords = {
  principal: 'Their own cover is in force; the principal’s is not, and theirs follows it.',
  client: 'Their own cover is in force; the client’s is not, and theirs follows it.',
} as const;

/** One person: who they are, how they are covered, with whom, and what was done. */
export function EnrolleePage(props: EnrolleePageProps) {
  const { slug, zone, today, back, person, state, family, may, deeds, saved, planNames, facilityNames } =
    props;
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Enrollees', href: back }]}
        title={
          <bdi>
            {person.firstName} {person.lastName}
          </bdi>
        }
        badge={
          <>
            <CoverBadge state={state.state} through={state.through} />
            {person.deathDate === null ? null : <Badge>Died</Badge>}
          </>
        }
        lead={
          <>
            {person.memberId} ·{' '}
            <a href={paths.staff(slug).eligibility({ member: person.memberId })}>What they can use today</a>
          </>
        }
        actions={<Actions {...props} />}
      />
      {saved === null ? null : <Notice tone="ok">{saved}</Notice>}
      {state.through === null ? null : <Notice tone="warn">{throughWords[state.through]}</Notice>}
      <AskedCard {...props} memberId={person.memberId} asked={person.asked} />
      <div class="deck large">
        <PersonCard {...props} />
        <CoverCard {...props} />
        <PlanCard {...{ slug, today, person, planNames }} mayMove={may.movePlan} />
        <PortalCard {...props} />
        <FacilityCard {...{ slug, today, person, facilityNames }} mayChange={may.update} />
      </div>
      <FamilyCard {...{ slug, family }} self={person.memberId} />
      <VisitsCard {...{ slug, zone }} visits={props.visits} />
      <DeedsCard deeds={deeds} zone={zone} />
    </>
  );
}
