import { paths } from '../paths.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';

type OrganisationChoiceProps = {
  name: string;
  organisations: readonly { id: string; name: string; roleName: string }[];
  next?: string | undefined;
};

/** Where a person wants to work now; they can change it later without signing in again. */
export function OrganisationChoice({ name, organisations, next }: OrganisationChoiceProps) {
  return (
    <div class="stack narrow">
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
                <Button name="organisation" value={organisation.id} wide>
                  {organisation.name} <small class="mute">{organisation.roleName}</small>
                </Button>
              </li>
            ))}
          </ul>
        </form>
      )}
      <form method="post" action={paths.signOut()} hx-boost="false" data-ends>
        <Button look="quiet">Sign out</Button>
      </form>
    </div>
  );
}
