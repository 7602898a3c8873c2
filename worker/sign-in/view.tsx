import type { OrganisationKind } from '../../schema/domain/permissions.ts';
import { type DemoGroup, DemoPeople } from '../../views/public/demo-people.tsx';
import { SignInForm } from '../../views/public/sign-in-form.tsx';
import type { FormErrors } from '../../views/ui/form.tsx';
import { type DemoPerson, demoPeople } from '../directory/demo-people.ts';
import { openDirectory } from '../directory/directory.ts';
import type { Env } from '../env.ts';
import { plainView } from '../plain-view.tsx';
import type { View } from '../render.tsx';

interface SignInState {
  next?: string | undefined;
  email?: string | undefined;
  errors?: FormErrors | undefined;
}

const portals: readonly { kind: OrganisationKind; heading: string }[] = [
  { kind: 'tenant', heading: 'At the insurer' },
  { kind: 'facility', heading: 'At a provider' },
  { kind: 'client', heading: 'At a company' },
  { kind: 'enrollee', heading: 'With cover' },
  { kind: 'platform', heading: 'Running Vetra' },
];

const grouped = (people: DemoPerson[]): DemoGroup[] =>
  portals
    .map(({ kind, heading }) => ({ heading, people: people.filter((person) => person.kind === kind) }))
    .filter((group) => group.people.length > 0);

/** The sign-in page; where the demo is on, with its people to choose from. */
export async function signInView(env: Env, state: SignInState): Promise<View> {
  const groups = env.DEMO === '1' ? grouped(await demoPeople(await openDirectory(env))) : [];
  const content = (
    <>
      <SignInForm {...state} />
      {groups.length === 0 ? null : <DemoPeople groups={groups} next={state.next} />}
    </>
  );
  return plainView({ page: { title: 'Sign in' }, content });
}
