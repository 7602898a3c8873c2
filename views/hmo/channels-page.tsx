import { mailSecurities } from '../../schema/domain/notifications/channels.ts';
import { paths } from '../paths.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Field } from '../ui/field.tsx';
import { Fields, Form, type FormErrors, firstBad } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Select } from '../ui/select.tsx';

/** The channels as typed; a secret is never shown again. */
export type ChannelsEntry = Readonly<Record<'host' | 'port' | 'security' | 'user' | 'from' | 'url', string>>;

export type ChannelsPageProps = {
  slug: string;
  entry: ChannelsEntry;
  errors: FormErrors;
  /** null: this person sees the channels and does not change them */
  commandId: string | null;
  saved: boolean;
};

const securityWords: Readonly<Record<(typeof mailSecurities)[number], string>> = {
  tls: 'Encrypted from the first byte (465)',
  starttls: 'Encrypted after the greeting (587)',
  none: 'Not encrypted: only within your own network',
};

function ChannelFields({ entry, errors, slug }: ChannelsPageProps) {
  const typed = (name: keyof ChannelsEntry) => ({
    name,
    value: entry[name],
    error: errors[name],
    autofocus: firstBad(errors, name),
    optional: true,
  });
  const secret = (name: string) => ({
    name,
    value: '',
    error: errors[name],
    optional: true,
    type: 'password' as const,
  });
  return (
    <>
      <Card title="E-mail">
        <p>By your own mail server. Leave the server empty to send none.</p>
        <Fields>
          <Field {...typed('host')} label="Server" maxlength={200} />
          <Field {...typed('port')} label="Port" inputmode="numeric" maxlength={5} />
          <Select
            name="security"
            label="Connection"
            value={entry.security}
            options={mailSecurities.map((value) => ({ value, label: securityWords[value] }))}
          />
        </Fields>
        <Fields>
          <Field {...typed('from')} label="Mail comes from" maxlength={200} />
          <Field {...typed('user')} label="User name" maxlength={200} />
          <Field
            {...secret('password')}
            label="Password"
            hint="Empty: as it is. It is never shown again."
            maxlength={200}
          />
        </Fields>
      </Card>
      <Card title="Text messages">
        <p>
          Handed to whoever sends them for you, as a signed POST; answers come back to{' '}
          {paths.alerts.smsAnswers(slug)} in the same way. Leave the address empty to send none.
        </p>
        <Fields>
          <Field {...typed('url')} label="Address" maxlength={500} />
          <Field
            {...secret('key')}
            label="Signing secret"
            hint="Empty: as it is. It is never shown again."
            maxlength={200}
          />
        </Fields>
      </Card>
    </>
  );
}

/** By what people are reached outside of their open pages. */
export function ChannelsPage(props: ChannelsPageProps) {
  const { slug, errors, commandId, saved } = props;
  return (
    <>
      <PageHeader
        title="Channels"
        lead="How people are asked about an emergency while no page of theirs is open, invited and told of news, and clients of what their people report."
      />
      {saved ? <Notice tone="ok">Saved. The channels hold from the next message on.</Notice> : null}
      {commandId === null ? (
        <fieldset class="stack" disabled>
          <legend class="unseen">Channels</legend>
          <ChannelFields {...props} />
        </fieldset>
      ) : (
        <Form action={paths.staff(slug).channels()} commandId={commandId} errors={errors}>
          <ChannelFields {...props} />
          <div class="cluster">
            <Button look="primary" keys="s">
              Save channels
            </Button>
          </div>
        </Form>
      )}
    </>
  );
}
