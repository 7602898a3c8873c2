import { Icon } from '../ui/icon.tsx';

export type PersonMenuProps = {
  name: string;
  role: string;
  /** Receives a POST. */
  signOut: string;
  links?: readonly { label: string; href: string }[];
  /** The person's other organisations; choosing posts `organisation=<id>` to `action`. */
  organisations?: {
    action: string;
    others: readonly { id: string; name: string; note?: string | undefined }[];
  };
};

function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const last = words.length > 1 ? words.at(-1) : undefined;
  return `${words[0]?.[0] ?? ''}${last?.[0] ?? ''}`.toUpperCase();
}

function Organisations({ action, others }: NonNullable<PersonMenuProps['organisations']>) {
  return (
    <form method="post" action={action} hx-boost="false">
      <h2 id="switch">Switch to</h2>
      <ul aria-labelledby="switch">
        {others.map((other) => (
          <li>
            <button type="submit" name="organisation" value={other.id}>
              <span>
                {other.name}
                {other.note === undefined ? null : <small>{other.note}</small>}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </form>
  );
}

/** Who is here, their other organisations, and the way out. Opens without script. */
export function PersonMenu({ name, role, signOut, links = [], organisations }: PersonMenuProps) {
  const others = organisations !== undefined && organisations.others.length > 0 ? organisations : undefined;
  return (
    <details class="menu">
      <summary>
        <span class="face" aria-hidden="true">
          {initials(name)}
        </span>
        <span>
          <b>{name}</b>
          <small>{role}</small>
        </span>
      </summary>
      <div>
        {others === undefined ? null : <Organisations {...others} />}
        <ul>
          {links.map((link, index) => (
            <li class={index === 0 && others !== undefined ? 'rule' : undefined}>
              <a href={link.href}>{link.label}</a>
            </li>
          ))}
          <li class="if-script">
            <button type="button" aria-keyshortcuts="?" data-keys>
              <Icon name="key" />
              Keyboard shortcuts
            </button>
          </li>
          <li class="rule">
            <form method="post" action={signOut} hx-boost="false" data-ends>
              <button type="submit">Sign out</button>
            </form>
          </li>
        </ul>
      </div>
    </details>
  );
}
