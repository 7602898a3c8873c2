import { formatMoney } from '../../../schema/domain/money.ts';
import type { PileFigures, PileKey } from '../../../schema/domain/piles/pile.ts';
import { paths } from '../../paths.ts';
import { Stat, Stats } from '../../ui/stat.tsx';
import type { PileShow } from './words.ts';

/** The amounts of a pile that its page shows, and which claims each is of. */
export const pileAmounts = ['undecided', 'claimed', 'recommended', 'approved'] as const;
type PileAmount = (typeof pileAmounts)[number];

const words: Readonly<Record<PileAmount, { label: string; note: string; show: PileShow }>> = {
  undecided: { label: 'Undecided', note: 'billed and not decided yet', show: 'undecided' },
  claimed: { label: 'Claimed', note: 'billed by all of them', show: 'all' },
  recommended: { label: 'Recommended', note: 'of all of them, when filed', show: 'all' },
  approved: { label: 'Approved', note: 'so far', show: 'decided' },
};

/** The element id of an amount, for live frames. */
export const pileAmountId = (name: PileAmount): string => `pile-${name}`;

/** One amount as it is shown and told live. */
export const pileAmountText = (figures: PileFigures, name: PileAmount, currency: string): string =>
  formatMoney(figures[name], currency, { symbol: true });

type PileSumsProps = { slug: string; pile: PileKey; figures: PileFigures; currency: string };

/** What a pile comes to; each figure leads to the claims that it is of. */
export function PileSums({ slug, pile, figures, currency }: PileSumsProps) {
  const to = paths.staff(slug);
  return (
    <Stats>
      {pileAmounts.map((name) => (
        <Stat
          label={words[name].label}
          note={words[name].note}
          href={to.pile(pile, { show: words[name].show })}
          value={
            <span id={pileAmountId(name)} class="nowrap">
              {pileAmountText(figures, name, currency)}
            </span>
          }
        />
      ))}
    </Stats>
  );
}
