import type { ComponentChildren } from 'preact';
import type { CoverAnswer } from '../../schema/domain/cover/cover.ts';
import type { CalendarDate } from '../../schema/domain/dates.ts';
import type { Relation } from '../../schema/domain/ids.ts';
import { notCoveredWords } from '../claims/cover-words.ts';
import { DayText } from '../ui/date-text.tsx';
import { Facts } from '../ui/facts.tsx';
import { PageHeader } from '../ui/page-header.tsx';

/** One person's card. */
export interface CardShown {
  memberId: string;
  name: string;
  birthDate: CalendarDate;
  relation: Relation;
  planName: string | null;
  /** null: it could not be asked for now */
  cover: CoverAnswer | null;
}

type CardPageProps = {
  cards: readonly CardShown[];
  insurer: string;
  /** the insurer's short name, which the codes say */
  slug: string;
  /** the script that makes the codes: named as a link too, so that it stays on the device with the page */
  script: string;
  client: string;
  today: CalendarDate;
};

function Validity({ cover }: Pick<CardShown, 'cover'>) {
  if (cover === null) return <>Shown by your insurer</>;
  if (!cover.covered) return <>Not valid: {notCoveredWords[cover.because]}</>;
  if (cover.until === null)
    return (
      <>
        since <DayText date={cover.since} />
      </>
    );
  return (
    <>
      to <DayText date={cover.until} />
    </>
  );
}

function PassCard({ card, insurer, slug }: { card: CardShown; insurer: string; slug: string }) {
  const { memberId, name, birthDate, planName, cover } = card;
  const fact = (label: string, value: ComponentChildren) => (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
  return (
    <article class={cover?.covered === false ? 'pass-card off' : 'pass-card'} id={`card-${memberId}`}>
      <header>
        <b>{insurer}</b>
        <bdi>{planName}</bdi>
      </header>
      <div>
        <h2>
          <bdi>{name}</bdi>
        </h2>
        <p class="id">{memberId}</p>
      </div>
      <dl>
        {fact('Born', <DayText date={birthDate} />)}
        {fact('Valid', <Validity cover={cover} />)}
      </dl>
      <div class="code" data-insurer={slug} data-member={memberId} />
    </article>
  );
}

/** Several scroll sideways, by the keyboard as well. */
const scrolls = { role: 'region', tabIndex: 0, 'aria-label': 'Cards' } as const;

/** The cards to show at a desk, one beside the other; a page that stays on the device. */
export function CardPage({ cards, insurer, slug, script, client, today }: CardPageProps) {
  return (
    <>
      <PageHeader
        title={cards.length > 1 ? 'Your cards' : 'Your card'}
        lead="Show it where you are treated."
      />
      {cards.length < 2 ? null : (
        <nav class="cluster" aria-label="Whose card">
          {cards.map(({ memberId, name }) => (
            <a class="btn" href={`#card-${memberId}`}>
              {name.split(' ')[0]}
            </a>
          ))}
        </nav>
      )}
      <div class="passes" {...scrolls}>
        {cards.map((card) => (
          <PassCard card={card} insurer={insurer} slug={slug} />
        ))}
      </div>
      <Facts
        facts={[
          ['Covered through', <bdi>{client}</bdi>],
          ['As of', <DayText date={today} />],
        ]}
      />
      <p class="hint" data-card-words data-card-script={script}>
        Where no code appears, the member id is enough.
      </p>
      <link rel="modulepreload" href={script} />
      <p class="hint">This page stays on your phone and opens without a connection.</p>
    </>
  );
}
