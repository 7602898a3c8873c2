import type { Attachment } from '../../schema/domain/claims/attachment.ts';

type WantedFilesProps = { wanted: readonly string[]; attachments: readonly Attachment[] };

/** The files that a query asks for, each ticked off by what was added as it. */
export function WantedFiles({ wanted, attachments }: WantedFilesProps) {
  if (wanted.length === 0) return null;
  const added = new Set(attachments.map(({ kind }) => kind));
  return (
    <div>
      <b>Files wanted</b>
      <ul class="wanted">
        {wanted.map((each) => (
          <li class={added.has(each) ? 'done' : undefined}>
            <bdi>{each}</bdi> <small>{added.has(each) ? 'added' : 'not added yet'}</small>
          </li>
        ))}
      </ul>
    </div>
  );
}
