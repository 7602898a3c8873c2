import type { Import } from '../../schema/domain/imports/import.ts';
import { grouped } from '../ui/grouped.ts';
import { Progress } from '../ui/progress.tsx';

type Glance = Pick<Import, 'state' | 'rows' | 'rowsDone'>;

const doing: Partial<Record<Import['state'], string>> = {
  UPLOADED: 'Reading the file',
  CHECKING: 'Checking',
  APPLYING: 'Applying',
};

/** How far an import is; a live frame replaces it. Once there is nothing to wait for, the page looks again by itself. */
export function ImportProgress({ state, rows, rowsDone, href }: Glance & { href: string }) {
  const words = doing[state];
  if (words === undefined)
    return (
      <div id="import-progress" hx-get={href} hx-trigger="load" hx-target="#main" hx-push-url="false">
        <a href={href}>Show the result</a>
      </div>
    );
  const text = `${words}: ${grouped(rowsDone)} of ${grouped(rows)} rows`;
  return <Progress id="import-progress" label={words} value={rowsDone} max={rows} text={text} />;
}
