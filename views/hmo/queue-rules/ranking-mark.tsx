import type { RankingProgress } from '../../../schema/domain/claims/rank.ts';
import { grouped } from '../../ui/grouped.ts';
import { Progress } from '../../ui/progress.tsx';

/** How far the open claims are ranked anew; a live frame replaces it. */
export function RankingMark({ done, open, isOver }: RankingProgress) {
  if (isOver) return <p id="ranking">Every open claim stands where these rules put it.</p>;
  const text = `Ranking the open claims anew: ${grouped(done)} of ${grouped(Math.max(open, done))}`;
  return <Progress id="ranking" label="Ranked anew" value={done} max={Math.max(open, done)} text={text} />;
}
