import type { Alert, AlertChannel, AlertState } from '../../../schema/domain/authorizations/alert.ts';
import { paths } from '../../paths.ts';
import { Badge, type Shape, type Tone } from '../../ui/badge.tsx';
import { Card } from '../../ui/card.tsx';
import { MomentText } from '../../ui/date-text.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Notice } from '../../ui/notice.tsx';

const looks: Readonly<Record<AlertState, { words: string; tone: Tone; shape: Shape }>> = {
  ASKED: { words: 'Asked, not answered', tone: 'info', shape: 'ring' },
  CONFIRMED: { words: 'The visit is theirs', tone: 'ok', shape: 'dot' },
  DENIED: { words: 'Not me', tone: 'danger', shape: 'diamond' },
};

const channelWords: Readonly<Record<AlertChannel, string>> = {
  screen: 'open screens',
  push: 'push notification',
  email: 'e-mail',
  sms: 'SMS',
  call: 'a call',
};

type AlertCardProps = {
  slug: string;
  zone: string;
  alert: Alert | null;
  enrolleeId: string;
  /** whether this person may see investigations */
  linked: boolean;
};

/** What came of asking the enrollee whether the visit is theirs. A facility never sees this. */
export function AlertCard({ slug, zone, alert, enrolleeId, linked }: AlertCardProps) {
  if (alert === null) return null;
  const { state, at, to, channels, answered, investigation } = alert;
  const { words, tone, shape } = looks[state];
  const mark = (
    <Badge tone={tone} shape={shape}>
      {words}
    </Badge>
  );
  return (
    <Card title="Is the visit theirs?" id="alert-state" aside={mark}>
      {state === 'ASKED' && channels.includes('call') ? (
        <Notice tone="warn" title="Call them.">
          There is no address to reach the enrollee at: nobody has told them yet.
        </Notice>
      ) : null}
      <Facts
        facts={[
          ['Asked', <MomentText at={at} timeZone={zone} year />],
          ['Through', channels.map((each) => channelWords[each]).join(', ')],
          to === enrolleeId ? null : ['Put to', 'the principal, for a minor'],
          answered === null ? null : ['Answered', <MomentText at={answered.at} timeZone={zone} year />],
          answered === null ? null : ['From', channelWords[answered.through]],
          answered === null || answered.reason === null ? null : ['Says', <bdi>{answered.reason}</bdi>],
          investigation === null
            ? null
            : [
                'Investigation',
                linked ? (
                  <a href={paths.staff(slug).investigation(investigation)}>{investigation}</a>
                ) : (
                  investigation
                ),
              ],
        ]}
      />
    </Card>
  );
}
