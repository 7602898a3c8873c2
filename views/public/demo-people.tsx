import { paths } from '../paths.ts';
import { Button } from '../ui/button.tsx';

export type DemoGroup = {
  heading: string;
  people: readonly { accountId: string; name: string; roleName: string; organisation: string }[];
};

/** The people of the demo: one click signs in as one of them. */
export function DemoPeople({ groups, next }: { groups: readonly DemoGroup[]; next: string | undefined }) {
  return (
    <section class="stack" aria-labelledby="demo">
      <h2 id="demo">Or look around as someone of the demo</h2>
      <form method="post" action={paths.demoSignIn()} class="stack">
        {next === undefined ? null : <input type="hidden" name="next" value={next} />}
        {groups.map((group) => (
          <div class="stack">
            <h3 class="small mute">{group.heading}</h3>
            <ul class="choices">
              {group.people.map((person) => (
                <li>
                  <Button name="account" value={person.accountId} wide>
                    {person.name}{' '}
                    <small class="mute">
                      {person.roleName}, {person.organisation}
                    </small>
                  </Button>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </form>
    </section>
  );
}
