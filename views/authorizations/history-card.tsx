import { asEnrollee } from '../../schema/domain/authorizations/answer-alert.ts';
import type { AuthorizationStep } from '../../schema/domain/authorizations/parts.ts';
import { Card } from '../ui/card.tsx';
import { MomentText } from '../ui/date-text.tsx';
import { Timeline } from '../ui/timeline.tsx';

type What = AuthorizationStep['what'];

/** A step as people say it. */
const words: Readonly<Record<What, string>> = {
  requested: 'Requested',
  queried: 'Queried',
  answered: 'Answered',
  proposed: 'A decision proposed',
  approved: 'Approved',
  'approved in part': 'Approved in part',
  rejected: 'Rejected',
  cancelled: 'Cancelled',
  extended: 'Extended',
  discharged: 'Discharged',
  'due soon': 'A quarter of the time left',
  breached: 'No answer in time',
  used: 'Used',
  expired: 'Expired',
  released: 'What was not used is free again',
  appealed: 'Appealed',
  upheld: 'Appeal: the decision stands',
  overturned: 'Appeal: decided anew',
  'confirmed by the enrollee': 'The enrollee says the visit is theirs',
  'denied by the enrollee': 'The enrollee says the visit is not theirs',
  held: 'Payment held',
  'let go': 'Payment let go',
  'judged again': 'Judged again under another plan',
};

/** What a facility is never told: what its insurer suspects, proposes among itself, or asked the enrollee. */
const inner: ReadonlySet<What> = new Set<What>([
  'proposed',
  'due soon',
  'confirmed by the enrollee',
  'denied by the enrollee',
  'held',
  'let go',
]);

/** What the facility's own people do: they are named to each other. */
const ofFacility: ReadonlySet<What> = new Set<What>(['requested', 'answered', 'appealed']);

type RequestHistoryProps = {
  history: readonly AuthorizationStep[];
  zone: string;
  side: 'tenant' | 'facility';
};

/** What happened to the request, oldest first. To a facility who of the insurer's people did it is not told. */
export function RequestHistory({ history, zone, side }: RequestHistoryProps) {
  const shown = side === 'tenant' ? history : history.filter(({ what }) => !inner.has(what));
  return (
    <Card title="History">
      <Timeline
        entries={shown.map(({ at, what, by, detail }) => ({
          when: <MomentText at={at} timeZone={zone} />,
          what: (
            <>
              {words[what]}
              {detail === '' ? null : ` · ${detail}`}
              {by === '' || by === asEnrollee || (side === 'facility' && !ofFacility.has(what)) ? null : (
                <>
                  {' by '}
                  <bdi>{by}</bdi>
                </>
              )}
            </>
          ),
        }))}
      />
    </Card>
  );
}
