import { paths } from '../paths.ts';

export type DemoGroup = {
  heading: string;
  people: readonly { accountId: string; name: string; roleName: string; organisation: string }[];
};

/** The people of the demo: one click signs in as one of them. */
export function DemoPeople({ groups, next }: { groups: readonly DemoGroup[]; next: string | undefined }) {
  return (
    <section aria-labelledby="demo">
      <h2 id="demo">Or look around as someone of the demo</h2>
      <form method="post" action={paths.demoSignIn()} hx-boost="false">
        {next === undefined ? null : <input type="hidden" name="next" value={next} />}
        {groups.map((group) => (
          <>
            <h3>{group.heading}</h3>
            <ul class="choices">
              {group.people.map((person) => (
                <li>
                  <button type="submit" name="account" value={person.accountId}>
                    <b>{person.name}</b>{' '}
                    <small>
                      {person.roleName}, {person.organisation}
                    </small>
                  </button>
                </li>
              ))}
            </ul>
          </>
        ))}
      </form>
    </section>
  );
}
