import { paths } from '../paths.ts';
import { Field } from '../ui/field.tsx';
import { Actions, Form, type FormErrors, firstBad } from '../ui/form.tsx';

type SignInFormProps = {
  next?: string | undefined;
  email?: string | undefined;
  errors?: FormErrors | undefined;
};

/** E-mail and password. The password is never sent back. */
export function SignInForm({ next, email, errors }: SignInFormProps) {
  return (
    <>
      <h1>Sign in</h1>
      <Form action={paths.signIn(next)} errors={errors} refused="Not signed in.">
        <Field
          name="email"
          label="E-mail address"
          type="email"
          autocomplete="username"
          required
          value={email}
          error={errors?.email}
          autofocus={errors === undefined ? email === undefined : firstBad(errors, 'email')}
        />
        <Field
          name="password"
          label="Password"
          type="password"
          autocomplete="current-password"
          required
          error={errors?.password}
          autofocus={firstBad(errors, 'password')}
        />
        <Actions>
          <button type="submit" class="primary">
            Sign in
          </button>
        </Actions>
      </Form>
    </>
  );
}
