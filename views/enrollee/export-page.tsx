import type { OwnExport } from '../../schema/domain/members/own-export.ts';
import { paths } from '../paths.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { MomentText } from '../ui/date-text.tsx';
import { Form } from '../ui/form.tsx';
import { PageHeader } from '../ui/page-header.tsx';

type ExportPageProps = {
  zone: string;
  /** what can be taken away now; null: nothing was asked for, or it is too long ago */
  ready: OwnExport | null;
  commandId: string;
};

/** Everything held about a person, to take away. */
export function ExportPage({ zone, ready, commandId }: ExportPageProps) {
  return (
    <>
      <PageHeader title="My data" lead="Everything your insurer holds about you, in one file." />
      {ready === null ? null : (
        <Card title="Ready" kind="lead" id="ready">
          <p>
            Asked for <MomentText at={ready.at} timeZone={zone} year />, to take away until{' '}
            <MomentText at={ready.until} timeZone={zone} year />.
          </p>
          <ButtonLink href={paths.me.exportFile(ready.id)} look="primary" download wide>
            Download
          </ButtonLink>
        </Card>
      )}
      <Card title={ready === null ? 'Ask for it' : 'Ask again'}>
        <p>
          Your profile, your claims line by line, your authorizations and your check-ins: as JSON for programs
          and as CSV for spreadsheets. Nobody else can take it away, and that it was taken is noted.
        </p>
        <Form action={paths.me.exports()} commandId={commandId}>
          <Button look={ready === null ? 'primary' : 'plain'}>Prepare my data</Button>
        </Form>
      </Card>
    </>
  );
}
