import type { Moment } from '../../schema/domain/dates.ts';
import { paths } from '../paths.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { MomentText } from '../ui/date-text.tsx';
import { Field } from '../ui/field.tsx';
import { Actions, Form, type FormErrors, firstBad } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';

/** Somewhere one is signed in. */
export interface SessionShown {
  id: string;
  /** the browser's own words for itself, made short */
  device: string;
  address: string;
  seenAt: Moment;
  createdAt: Moment;
  isThis: boolean;
}

type SecurityPageProps = {
  zone: string;
  email: string;
  sessions: readonly SessionShown[];
  errors: FormErrors;
  saved: boolean;
};

function SessionItem({ session, zone }: { session: SessionShown; zone: string }) {
  const { id, device, address, seenAt, createdAt, isThis } = session;
  return (
    <li class="benefit">
      <h3>
        <bdi>{device}</bdi> {isThis ? <Badge tone="ok">Here</Badge> : null}
      </h3>
      <p class="mute">
        Last used <MomentText at={seenAt} timeZone={zone} year />, signed in{' '}
        <MomentText at={createdAt} timeZone={zone} year /> from {address}
      </p>
      {isThis ? null : (
        <Form action={paths.me.sessionEnds(id)}>
          <Button aria-label={`Sign out there: ${device}`}>Sign out there</Button>
        </Form>
      )}
    </li>
  );
}

function PasswordCard({ errors, email }: Pick<SecurityPageProps, 'errors' | 'email'>) {
  const field = (name: string) => ({
    name,
    type: 'password' as const,
    required: true,
    error: errors[name],
    autofocus: firstBad(errors, name),
  });
  return (
    <Card title="Password">
      <Form action={paths.me.security()} errors={errors} refused="Not changed.">
        <input type="hidden" name="username" value={email} autocomplete="username" />
        <Field {...field('current')} label="Your password now" autocomplete="current-password" />
        <Field
          {...field('password')}
          label="New password"
          autocomplete="new-password"
          hint="At least 12 characters. Several words are easy to remember."
        />
        <Actions>
          <Button look="primary">Change password</Button>
        </Actions>
        <p class="hint">Everywhere else you are signed out.</p>
      </Form>
    </Card>
  );
}

/** Where one is signed in, and the password. */
export function SecurityPage({ zone, email, sessions, errors, saved }: SecurityPageProps) {
  return (
    <>
      <PageHeader title="Security" lead={<>You sign in with {email}.</>} />
      {saved ? (
        <Notice tone="ok">Your password is changed. Everywhere else you are signed out.</Notice>
      ) : null}
      <Card title="Where you are signed in">
        <ul class="benefits">
          {sessions.map((session) => (
            <SessionItem session={session} zone={zone} />
          ))}
        </ul>
      </Card>
      <PasswordCard errors={errors} email={email} />
    </>
  );
}
