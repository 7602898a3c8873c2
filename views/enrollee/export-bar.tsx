import type { ExportProgress } from '../../schema/domain/members/own-export.ts';
import { grouped } from '../ui/grouped.ts';
import { Progress } from '../ui/progress.tsx';

/** How far it is with everything held about somebody; a live frame replaces it. */
export function ExportBar({ done, total, isHeldUp }: Pick<ExportProgress, 'done' | 'total' | 'isHeldUp'>) {
  const read = total === 0 ? 'About to begin' : `${grouped(done)} of ${grouped(total)} entries read`;
  const text = isHeldUp ? `${read}. It is held up, and goes on by itself.` : read;
  return <Progress id="export-progress" label="Being prepared" value={done} max={total} text={text} />;
}
