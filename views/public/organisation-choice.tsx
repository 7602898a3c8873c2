import { paths } from '../paths.ts';
import { EmptyState } from '../ui/empty-state.tsx';

type OrganisationChoiceProps = {
  name: string;
  organisations: readonly { id: string; name: string; roleName: string }[];
  next?: string | undefined;
};

/** Where a person wants to work now; they can change it later without signing in again. */
export function OrganisationChoice({ name, organisations, next }: OrganisationChoiceProps) {
  return (
    <>
      <h1>Where do you want to work, {name}?</h1>
      {organisations.length === 0 ? (
        <EmptyState title="You belong to no organisation">
          Your access may have been ended or suspended. An administrator of your organisation can give it
          back.
        </EmptyState>
      ) : (
        <form method="post" action={paths.organisations()} hx-boost="false">
          {next === undefined ? null : <input type="hidden" name="next" value={next} />}
          <ul class="choices">
            {organisations.map((organisation) => (
              <li>
                <button type="submit" name="organisation" value={organisation.id}>
                  <b>{organisation.name}</b> <small>{organisation.roleName}</small>
                </button>
              </li>
            ))}
          </ul>
        </form>
      )}
      <form method="post" action={paths.signOut()} hx-boost="false">
        <button type="submit">Sign out</button>
      </form>
    </>
  );
}
