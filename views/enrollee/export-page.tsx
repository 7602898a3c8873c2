import type { ExportProgress, OwnExport } from '../../schema/domain/members/own-export.ts';
import { paths } from '../paths.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { MomentText } from '../ui/date-text.tsx';
import { Actions, Form } from '../ui/form.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ExportBar } from './export-bar.tsx';

type ExportPageProps = {
  zone: string;
  /** what was asked for last, and how far it is; null: nothing, or it is too long ago */
  standing: (ExportProgress & OwnExport) | null;
  commandId: string;
};

function Ready({ zone, id, at, until }: OwnExport & { zone: string }) {
  return (
    <Card title="Ready" kind="lead" id="ready">
      <p>
        Asked for <MomentText at={at} timeZone={zone} year />, to take away until{' '}
        <MomentText at={until} timeZone={zone} year />.
      </p>
      <Actions>
        <ButtonLink href={paths.me.exportFile(id)} look="primary" download>
          Download
        </ButtonLink>
      </Actions>
    </Card>
  );
}

/** It is looked at again from time to time, should no live frame get through. */
function BeingPrepared(progress: ExportProgress) {
  return (
    <Card title="Being prepared" kind="lead" id="ready">
      <div
        hx-get={paths.me.exports()}
        hx-trigger="every 20s"
        hx-target="#main"
        hx-swap="outerMorph"
        hx-push-url="false"
      >
        <ExportBar {...progress} />
      </div>
      <p class="hint">You can leave this page: it goes on, and is here when you come back.</p>
      <p>
        <a href={paths.me.exports()}>See how far it is</a>
      </p>
    </Card>
  );
}

/** Everything held about a person, to take away. */
export function ExportPage({ zone, standing, commandId }: ExportPageProps) {
  const isUnderWay = standing !== null && !standing.isReady;
  return (
    <>
      <PageHeader title="My data" lead="Everything your insurer holds about you, in one file." />
      {standing === null ? null : isUnderWay ? (
        <BeingPrepared {...standing} />
      ) : (
        <Ready {...standing} zone={zone} />
      )}
      <Card title={standing === null ? 'Ask for it' : 'What is in it'}>
        <p>
          Your profile and cover, your claims line by line, what was used of each benefit, your
          authorizations, alerts, check-ins, notifications, consents and sign-ins, and those of your
          dependants under 18: as JSON for programs and as CSV for spreadsheets. Nobody else can take it away,
          and that it was taken is noted.
        </p>
        {isUnderWay ? null : (
          <Form action={paths.me.exports()} commandId={commandId}>
            <Button look={standing === null ? 'primary' : 'plain'}>
              {standing === null ? 'Prepare my data' : 'Prepare it anew'}
            </Button>
          </Form>
        )}
      </Card>
    </>
  );
}
