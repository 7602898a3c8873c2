import { paths } from '../../paths.ts';
import { Card } from '../../ui/card.tsx';
import { MomentText } from '../../ui/date-text.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { AlertMark, type AskedAlert } from './alert-words.tsx';
import { PushButton } from './push-button.tsx';

/** What somebody was asked about, newest first. */
export function AlertsPage({
  alerts,
  publicKey,
  told,
}: {
  alerts: readonly AskedAlert[];
  /** what the browser is asked for leave with; null: nobody can be notified here */
  publicKey: string | null;
  /** marks of the browsers that are told of their alerts: one that somebody else is told on may not be among them */
  told: readonly string[];
}) {
  return (
    <>
      <PageHeader
        title="Alerts"
        lead="When a facility reports an emergency on your cover, you are asked whether it is you."
      />
      <Card kind="flush">
        {alerts.length === 0 ? (
          <EmptyState title="You have not been asked about any visit.">
            Nothing to do: you will be told here the moment there is one.
          </EmptyState>
        ) : (
          <ul class="taps">
            {alerts.map((alert) => (
              <li>
                <a href={paths.alerts.one(alert.number)}>
                  <span>
                    <b>
                      <bdi>{alert.facility}</bdi>
                    </b>
                    <span class="mute">
                      <MomentText at={alert.at} timeZone={alert.zone} />
                      {alert.whose === null ? null : (
                        <>
                          {' · '}
                          <bdi>{alert.whose}</bdi>
                        </>
                      )}
                    </span>
                  </span>
                  <span>
                    <AlertMark {...alert} />
                  </span>
                </a>
              </li>
            ))}
          </ul>
        )}
      </Card>
      {publicKey === null ? null : <PushButton publicKey={publicKey} told={told} />}
    </>
  );
}
