import type { Visit, VisitState } from '../../schema/domain/visits/visit.ts';
import { paths } from '../paths.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { MomentText } from '../ui/date-text.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Form } from '../ui/form.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ListPager } from '../ui/pager.tsx';

type Shown = Pick<Visit, 'number' | 'state' | 'facilityName' | 'enrolleeId' | 'enrolleeName' | 'at'> & {
  commandId: string;
};

type CheckInsPageProps = {
  visits: readonly Shown[];
  /** whose portal it is, by enrollee id */
  own: string;
  zone: string;
  after: string;
  next: string | null;
};

function Answer({ number, commandId, state }: Shown) {
  if (state === 'DENIED') return null;
  return (
    <Form action={paths.me.checkInAnswers(number)} commandId={commandId}>
      <div class="cluster">
        {state === 'CHECKED_IN' ? (
          <Button name="answer" value="mine">
            Yes, it was
          </Button>
        ) : null}
        <Button name="answer" value="not_me" look={state === 'CHECKED_IN' ? 'refuse' : 'quiet'}>
          Not me
        </Button>
      </div>
    </Form>
  );
}

const words: Readonly<Record<VisitState, string>> = {
  CHECKED_IN: 'Not answered',
  CONFIRMED: 'You said that it was right',
  DENIED: 'You said that it was not',
};
const tones = { CHECKED_IN: 'neutral', CONFIRMED: 'ok', DENIED: 'danger' } as const;

function CheckIn({ visit, own, zone }: { visit: Shown; own: string; zone: string }) {
  const { facilityName, enrolleeId, enrolleeName, at, state } = visit;
  return (
    <Card title={facilityName} aside={<Badge tone={tones[state]}>{words[state]}</Badge>}>
      <p>
        {enrolleeId === own ? 'You were' : <bdi>{enrolleeName} was</bdi>} checked in there on{' '}
        <MomentText at={at} timeZone={zone} year />.{' '}
        {state === 'DENIED'
          ? 'Your insurer has been told, and looks at what is billed for that day. You need not do anything.'
          : 'Was that right?'}
      </p>
      <Answer {...visit} />
    </Card>
  );
}

/** Where somebody was checked in in one's name: each can be said not to have been oneself. */
export function CheckInsPage({ visits, own, zone, after, next }: CheckInsPageProps) {
  return (
    <>
      <PageHeader title="Check-ins" lead="Where a desk has checked you in." />
      {visits.length === 0 ? (
        <Card>
          <EmptyState title="No check-ins yet">
            When a hospital or clinic checks you in, it stands here, and you can say if it was not you.
          </EmptyState>
        </Card>
      ) : (
        visits.map((visit) => <CheckIn visit={visit} own={own} zone={zone} />)
      )}
      <ListPager after={after} next={next} at={(to) => paths.me.checkIns(to === '' ? {} : { after: to })} />
    </>
  );
}
