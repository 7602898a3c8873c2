import type { Moment } from '../../schema/domain/dates.ts';
import { paths } from '../paths.ts';
import { Button } from '../ui/button.tsx';
import { MomentText } from '../ui/date-text.tsx';
import { Form } from '../ui/form.tsx';
import { Table } from '../ui/table.tsx';

/** A claim that is still being entered. */
export interface DraftRow {
  id: string;
  memberId: string;
  tenantName: string | null;
  lines: number;
  authorName: string;
  savedAt: Moment;
}

type DraftListProps = {
  drafts: readonly DraftRow[];
  zone: string;
  /** a command id for each row's *Discard*; left out where the list only leads on */
  discardIds?: Readonly<Record<string, string>>;
};

/** Drafts to finish, last saved first. They belong to the facility: anybody who writes drafts can go on with one. */
export function DraftList({ drafts, zone, discardIds }: DraftListProps) {
  return (
    <Table
      label="Drafts, last saved first"
      rows={drafts}
      spec={{
        rowId: (draft) => `d-${draft.id}`,
        columns: [
          {
            label: 'Draft',
            cell: (draft) => (
              <a href={paths.provider.draft(draft.id, 'patient')}>{draft.memberId || 'No member id yet'}</a>
            ),
          },
          { label: 'HMO', muted: true, cell: (draft) => <bdi>{draft.tenantName ?? 'not chosen'}</bdi> },
          { label: 'Lines', numeric: true, phone: 'hidden', cell: (draft) => draft.lines },
          { label: 'Begun by', cell: (draft) => <bdi>{draft.authorName}</bdi> },
          {
            label: 'Saved',
            muted: true,
            phone: 'right',
            cell: (draft) => <MomentText at={draft.savedAt} timeZone={zone} />,
          },
          ...(discardIds === undefined
            ? []
            : [
                {
                  label: <span class="unseen">Discard</span>,
                  phone: 'right' as const,
                  cell: (draft: DraftRow) => (
                    <Form
                      action={paths.provider.draftDiscard(draft.id)}
                      commandId={discardIds[draft.id] ?? ''}
                      hx-confirm="Discard this draft? What was entered is gone."
                    >
                      <Button
                        look="quiet"
                        slim
                        aria-label={`Discard the draft for ${draft.memberId || 'no member id'}`}
                      >
                        Discard
                      </Button>
                    </Form>
                  ),
                },
              ]),
        ],
      }}
    />
  );
}
