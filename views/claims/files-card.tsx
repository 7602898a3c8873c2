import { files_max } from '../../schema/domain/attachments/limits.ts';
import type { Attachment, AttachmentType } from '../../schema/domain/claims/attachment.ts';
import type { FileAddresses } from '../paths/attachments.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { MomentText } from '../ui/date-text.tsx';
import { Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { Icon } from '../ui/icon.tsx';
import { Notice } from '../ui/notice.tsx';
import { Select } from '../ui/select.tsx';
import { fileSize } from './file-size.ts';

export type FilesCardProps = {
  files: readonly Attachment[];
  to: FileAddresses;
  zone: string;
  /** whether they open in a tab of their own; otherwise they are downloaded. Null: this reader may not look. */
  opens: boolean | null;
  /** which of them this reader may take away again */
  removable: (file: Attachment) => boolean;
  /** files that are wanted and not there, in the tenant's words */
  missing: readonly string[];
  /** so many at most; left out: what a claim has */
  most?: number;
  /** null: this reader adds none here */
  adds: { kinds: readonly string[]; script: string } | null;
};

const typeWords: Readonly<Record<AttachmentType, string>> = {
  'application/pdf': 'PDF',
  'image/png': 'PNG',
  'image/jpeg': 'JPEG',
};

function Picture({ file, to }: { file: Attachment; to: FileAddresses }) {
  if (!file.thumbnail)
    return (
      <span class="thumb">
        <Icon name="file" size={20} />
      </span>
    );
  return <img class="thumb" src={to.thumbnail(file.id)} alt="" width={44} height={44} loading="lazy" />;
}

function FileRow({ file, props }: { file: Attachment; props: FilesCardProps }) {
  const { to, zone, opens } = props;
  const name = <bdi>{file.name}</bdi>;
  return (
    <li>
      <Picture file={file} to={to} />
      <div>
        <a
          href={to.file(file.id)}
          hx-boost="false"
          {...(opens === true ? { target: '_blank', rel: 'noopener' } : { download: '' })}
        >
          {name}
          {opens === true ? <span class="unseen"> (opens in a new tab)</span> : null}
        </a>
        {file.kind === null ? null : <Badge tone="info">{file.kind}</Badge>}
        <small>
          {typeWords[file.type]} · {fileSize(file.size)} · <bdi>{file.by}</bdi>,{' '}
          <MomentText at={file.at} timeZone={zone} />
        </small>
      </div>
      {props.removable(file) ? (
        <Form action={to.fileRemovals(file.id)} inline>
          <Button look="quiet" slim aria-label={`Remove ${file.name}`}>
            Remove
          </Button>
        </Form>
      ) : null}
    </li>
  );
}

function Missing({ missing }: Pick<FilesCardProps, 'missing'>) {
  if (missing.length === 0) return null;
  return (
    <Notice tone="warn" title="Wanted and not there yet:">
      {missing.map((kind, i) => (
        <>
          {i === 0 ? '' : ', '}
          <bdi>{kind}</bdi>
        </>
      ))}
      .
    </Notice>
  );
}

/**
 * Where files are added: chosen, dropped, or taken with a phone. With script each is sent in pieces as soon as it is chosen,
 * with a bar of its own; without, all at once with the button.
 */
function AddFiles({ to, adds, missing, most = files_max }: FilesCardProps) {
  if (adds === null) return null;
  const { kinds, script } = adds;
  return (
    <form
      class="attach"
      action={to.files()}
      method="post"
      enctype="multipart/form-data"
      hx-boost="false"
      data-attach={to.uploads()}
      data-script={script}
    >
      {kinds.length === 0 ? null : (
        <Select
          name="kind"
          id="f-file-kind"
          label="What it is"
          options={kinds.map((kind) => ({ value: kind, label: kind }))}
          value={missing[0] ?? ''}
          empty="Something else"
        />
      )}
      <Field
        type="file"
        name="files"
        id="f-attachments"
        label={
          <>
            Add files<span class="if-script"> – or drop them here</span>
          </>
        }
        accept="application/pdf,image/png,image/jpeg,.pdf,.png,.jpg,.jpeg"
        hint={
          <>
            PDF, PNG or JPEG, up to 10 MB each, {most} at most.
            <span class="if-script">
              {' '}
              If sending is cut off, it goes on by itself; after a reload choose the same file again and it
              goes on where it stopped.
            </span>
          </>
        }
        multiple
      />
      <ul class="uploads" data-uploads aria-label="Files being sent" />
      <div class="if-plain">
        <Button>Attach</Button>
      </div>
    </form>
  );
}

/** The files of a claim, a draft or an investigation, with what is wanted and where more are added. */
export function FilesCard(props: FilesCardProps) {
  const { files, opens, adds, missing } = props;
  if (files.length === 0 && adds === null && missing.length === 0) return null;
  const count = files.length === 0 ? undefined : <span class="mute">{files.length}</span>;
  return (
    <Card title="Files" id="files" aside={count}>
      {opens === null ? (
        <p class="mute">
          {files.length === 1 ? 'One file' : `${files.length} files`}, opened by those who may see
          attachments.
        </p>
      ) : files.length === 0 ? (
        <p class="mute">No files are attached.</p>
      ) : (
        <ul class="files">
          {files.map((file) => (
            <FileRow file={file} props={props} />
          ))}
        </ul>
      )}
      <Missing missing={missing} />
      <AddFiles {...props} />
    </Card>
  );
}
