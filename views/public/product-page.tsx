import { StateBadge } from '../claims/state-badge.tsx';
import { paths } from '../paths.ts';
import { ButtonLink } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';

type ProductPageProps = {
  /** where the person's own work is, when they are signed in */
  work: string | undefined;
  demo: boolean;
};

const parts = [
  {
    title: 'One queue, decided together',
    text: 'Claims stand in the order in which they are due. Taking one keeps it yours while you look at it; colleagues see that at once. Approve in full, line by line, ask the provider, or reject with coded reasons.',
  },
  {
    title: 'Providers see it as it happens',
    text: 'A clinic files a claim in three steps, keeps drafts that survive a power cut, answers questions in the conversation of the claim, and reads the decision on its open screen the moment it is made.',
  },
  {
    title: 'Nothing is lost, nothing is rewritten',
    text: 'Every decision is durable before it is answered, happens once however often it is sent, and stands in a journal whose entries are chained by hashes: one command proves that nobody has changed the past.',
  },
  {
    title: 'An honest interface for programs',
    text: 'Facilities, services, enrollees and claims through one documented JSON interface: safe to repeat, every mistake listed field by field, and the same rules as the screens because it is the same code.',
  },
  {
    title: 'Each insurer apart',
    text: 'Every insurer and every facility has a database of its own. What belongs to someone else does not exist for you: not as a forbidden page, but as none.',
  },
  {
    title: 'Made for slow lines and long days',
    text: 'Pages of a few kilobytes, everything from the keyboard, forms that work without script, light and dark, and an interface that a screen reader can follow.',
  },
];

const life = [
  { state: 'SUBMITTED', by: 'the clinic' },
  { state: 'RECEIVED', by: 'checked at once' },
  { state: 'IN_REVIEW', by: 'one adjudicator has it' },
  { state: 'QUERIED', by: 'a question' },
  { state: 'RESUBMITTED', by: 'the answer' },
  { state: 'APPROVED', by: 'line by line' },
] as const;

/** What Vetra is, for whoever comes by, and the way in. */
export function ProductPage({ work, demo }: ProductPageProps) {
  return (
    <div class="stack">
      <header class="stack narrow">
        <h1>The operating system of a health insurer</h1>
        <p>
          Vetra runs a health insurer’s back office and gives its providers a portal of their own: claims are
          filed, looked at, discussed and decided in one place, live, with a record that proves itself.
        </p>
        <p class="cluster">
          {work === undefined ? (
            <ButtonLink href={paths.signIn()} look="primary">
              {demo ? 'Sign in or look around the demo' : 'Sign in'}
            </ButtonLink>
          ) : (
            <ButtonLink href={work} look="primary">
              Go to your work
            </ButtonLink>
          )}
          <ButtonLink href={paths.docs()}>Read the API reference</ButtonLink>
        </p>
      </header>
      <section class="stack" aria-labelledby="life">
        <h2 id="life">A claim’s life, seen from both sides at once</h2>
        <ol class="cluster">
          {life.map((step) => (
            <li class="cluster">
              <StateBadge state={step.state} /> <span class="small mute">{step.by}</span>
            </li>
          ))}
        </ol>
      </section>
      <div class="deck">
        {parts.map((part) => (
          <Card title={part.title}>
            <p>{part.text}</p>
          </Card>
        ))}
      </div>
    </div>
  );
}
