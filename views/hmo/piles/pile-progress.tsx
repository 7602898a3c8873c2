import type { PileFigures } from '../../../schema/domain/piles/pile.ts';
import { grouped } from '../../ui/grouped.ts';
import { Progress } from '../../ui/progress.tsx';

/** What a live frame replaces of a pile's page. */
export const pileProgressId = 'pile-progress';

type PileProgressProps = {
  figures: Pick<PileFigures, 'claims' | 'open' | 'queried'>;
  id?: string;
  /** in a list: how many are decided, and no more */
  brief?: boolean;
};

/** How far a pile is, as a bar and in words. */
export function PileProgress({ figures: { claims, open, queried }, id, brief = false }: PileProgressProps) {
  const waiting = queried === 0 ? '' : ` · ${grouped(queried)} queried`;
  const left = open === 0 || brief ? '' : ` · ${grouped(open)} open${waiting}`;
  return (
    <Progress
      id={id}
      label="Claims decided"
      value={claims - open}
      max={claims}
      tone={open === 0 ? 'ok' : undefined}
      text={`${grouped(claims - open)} of ${grouped(claims)} decided${left}`}
    />
  );
}
