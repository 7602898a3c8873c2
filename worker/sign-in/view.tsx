import { SignInForm } from '../../views/public/sign-in-form.tsx';
import type { FormErrors } from '../../views/ui/form.tsx';
import type { Env } from '../env.ts';
import { plainView } from '../plain-view.tsx';
import type { View } from '../render.tsx';

interface SignInState {
  next?: string | undefined;
  email?: string | undefined;
  errors?: FormErrors | undefined;
}

/** The sign-in page. */
export function signInView(_env: Env, state: SignInState): View {
  return plainView({ page: { title: 'Sign in' }, content: <SignInForm {...state} /> });
}
