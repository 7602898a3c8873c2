import type { CalendarDate } from '../../schema/domain/dates.ts';
import type { Relation } from '../../schema/domain/ids.ts';
import type { CoverState } from '../../schema/domain/members/cover-dates.ts';
import type { DependantAsked } from '../../schema/domain/members/dependant-asked.ts';
import { CoverBadge } from '../hmo/members/cover-state.tsx';
import { paths } from '../paths.ts';
import { Badge } from '../ui/badge.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { DayText } from '../ui/date-text.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';

/** Somebody of the family. */
export interface FamilyMemberShown {
  memberId: string;
  name: string;
  relation: Relation;
  birthDate: CalendarDate;
  state: CoverState;
  /** whether one may see their cover and claims */
  seen: boolean;
}

type FamilyPageProps = {
  members: readonly FamilyMemberShown[];
  asked: readonly DependantAsked[];
  /** only a principal asks for others */
  mayAsk: boolean;
  /** through whom a dependant is covered; null: a principal */
  through: string | null;
  saved: boolean;
};

const relations: Readonly<Record<Relation, string>> = {
  principal: 'Principal',
  spouse: 'Spouse',
  child: 'Child',
  other: 'Dependant',
};

function Member({ member }: { member: FamilyMemberShown }) {
  const { memberId, name, relation, birthDate, state, seen } = member;
  return (
    <li class="benefit">
      <h3>
        <bdi>{name}</bdi> <CoverBadge state={state} through={null} />
      </h3>
      <p class="mute">
        {relations[relation]} · {memberId}
      </p>
      {seen ? (
        <>
          <p>
            Born <DayText date={birthDate} />
          </p>
          <p class="cluster">
            <a href={paths.me.coverage({ of: memberId })}>Coverage</a>
            <a href={paths.me.claims({ of: memberId })}>Claims</a>
          </p>
        </>
      ) : (
        <p class="hint">Of full age: what they use is theirs alone, unless they agree in their own portal.</p>
      )}
    </li>
  );
}

const askedLooks = {
  WAITING: { tone: 'info', words: 'Waiting for an answer' },
  APPROVED: { tone: 'ok', words: 'Added' },
  DECLINED: { tone: 'danger', words: 'Declined' },
} as const;

function Asked({ one }: { one: DependantAsked }) {
  const { tone, words } = askedLooks[one.state];
  return (
    <li class="benefit">
      <h3>
        <bdi>
          {one.firstName} {one.lastName}
        </bdi>{' '}
        <Badge tone={tone}>{words}</Badge>
      </h3>
      <p class="mute">
        {relations[one.relation]}, born <DayText date={one.birthDate} />
      </p>
      {one.reason === null ? null : <p>{one.reason}</p>}
      {one.memberId === null ? null : <p>Member id {one.memberId}</p>}
    </li>
  );
}

/** Who is covered together, and who was asked for. */
export function FamilyPage({ members, asked, mayAsk, through, saved }: FamilyPageProps) {
  return (
    <>
      <PageHeader
        title="Family"
        lead={
          through === null ? (
            'Who is covered with you.'
          ) : (
            <>
              Covered through <bdi>{through}</bdi>.
            </>
          )
        }
        actions={
          mayAsk ? (
            <ButtonLink href={paths.me.familyNew()} look="primary">
              Ask to add somebody
            </ButtonLink>
          ) : undefined
        }
      />
      {saved ? <Notice tone="ok">Asked. You find the answer here.</Notice> : null}
      <Card title="Covered">
        {members.length === 0 ? (
          <EmptyState title="Nobody else">Only you are covered.</EmptyState>
        ) : (
          <ul class="benefits">
            {members.map((member) => (
              <Member member={member} />
            ))}
          </ul>
        )}
      </Card>
      {asked.length === 0 ? null : (
        <Card title="Asked for" id="asked">
          <ul class="benefits">
            {asked.toReversed().map((one) => (
              <Asked one={one} />
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}
