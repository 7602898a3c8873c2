import { paths } from '../paths.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Actions, Form, type FormErrors } from '../ui/form.tsx';

/** How far somebody has come. */
export type ActivationShown =
  | { step: 'who'; birthDate?: string; errors: FormErrors }
  | {
      step: 'password';
      birthDate: string;
      insurer: string;
      firstName: string;
      email: string;
      /** they have an account under this address, and use its password */
      known: boolean;
      errors: FormErrors;
    }
  | { step: 'expired' | 'used'; insurer: string };

type ActivationProps = { action: string } & ActivationShown;

function WhoForm({ action, birthDate, errors }: Extract<ActivationProps, { step: 'who' }>) {
  return (
    <Form action={action} errors={errors} refused="Not opened." hx-boost="false">
      <Field
        name="birthDate"
        label="Your birth date"
        type="date"
        autocomplete="bday"
        required
        value={birthDate}
        error={errors.birthDate}
        hint="So that nobody else can use your link."
        autofocus
      />
      <Actions>
        <Button look="primary">Continue</Button>
      </Actions>
    </Form>
  );
}

function PasswordForm(props: Extract<ActivationProps, { step: 'password' }>) {
  const { action, birthDate, email, known, errors } = props;
  return (
    <Form action={action} errors={errors} refused="Not opened." hx-boost="false">
      <input type="hidden" name="birthDate" value={birthDate} />
      <Field
        name="email"
        label="E-mail address"
        type="email"
        autocomplete="username"
        value={email}
        readonly
      />
      <Field
        name="password"
        label={known ? 'Password of your account' : 'Choose a password'}
        type="password"
        autocomplete={known ? 'current-password' : 'new-password'}
        required
        error={errors.password}
        hint={known ? undefined : 'At least 12 characters. Several words are easy to remember.'}
        autofocus
      />
      <Actions>
        <Button look="primary">Open my portal</Button>
      </Actions>
    </Form>
  );
}

const over = {
  expired: {
    title: 'This link has expired',
    text: (insurer: string) =>
      `A link works for 72 hours. Ask ${insurer} for a new one; it comes to the same address.`,
  },
  used: {
    title: 'This link has been used',
    text: () => 'It works once. Your portal is open: sign in with your e-mail address and your password.',
  },
} as const;

/** The way into a portal of one's own: first the birth date, then a password. */
export function ActivationPage(props: ActivationProps) {
  if (props.step === 'who')
    return (
      <div class="stack">
        <h1>Open your portal</h1>
        <p>Your card, your cover and your claims, on your phone.</p>
        <WhoForm {...props} />
      </div>
    );
  if (props.step === 'password')
    return (
      <div class="stack">
        <h1>
          Welcome, <bdi>{props.firstName}</bdi>
        </h1>
        <p>
          {props.known
            ? `You have an account already. Enter its password, and ${props.insurer} is added to it.`
            : `This is how you will sign in to ${props.insurer}.`}
        </p>
        <PasswordForm {...props} />
      </div>
    );
  const { title, text } = over[props.step];
  return (
    <div class="stack">
      <h1>{title}</h1>
      <p>{text(props.insurer)}</p>
      <ButtonLink href={paths.signIn()} look="primary" wide>
        Sign in
      </ButtonLink>
    </div>
  );
}
