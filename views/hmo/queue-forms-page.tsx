import type { SavedViews } from '../../schema/domain/claims/saved-views.ts';
import { paths } from '../paths.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Field } from '../ui/field.tsx';
import { Actions, Form } from '../ui/form.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Checkbox } from '../ui/radio-group.tsx';
import { type QueueFilter, queueQuery } from './queue-filter.ts';
import { FilterForm, type QueueFiltersProps } from './queue-filters.tsx';

type SaveViewProps = {
  slug: string;
  filter: QueueFilter;
  saved: SavedViews;
  /** the command that saves what is shown as a view */
  saveId: string;
};

/** What is shown, as a view of one's own. */
export function SaveView({ slug, filter, saved, saveId }: SaveViewProps) {
  const to = paths.staff(slug);
  const query = to.claims(queueQuery({ ...filter, after: '' })).split('?')[1] ?? '';
  return (
    <div class="stack">
      <Form action={to.queueViews()} commandId={saveId}>
        <input type="hidden" name="query" value={query} />
        <Field name="name" label="Save what is shown as" maxlength={40} />
        <Checkbox name="isDefault" label="Open the queue with it" checked={false} />
        <Actions>
          <Button>Save view</Button>
        </Actions>
      </Form>
      {saved.views.length === 0 ? null : <a href={to.queueViews()}>Rename or remove your views</a>}
    </div>
  );
}

/** The queue's forms as a page of their own, for a browser that fetches nothing into another. */
export function QueueFormsPage(props: QueueFiltersProps & SaveViewProps) {
  const back = paths.staff(props.slug).claims(queueQuery({ ...props.filter, after: '' }));
  return (
    <>
      <PageHeader title="Filter the claims" crumbs={[{ label: 'Claims', href: back }]} />
      <Card title="Filter">
        <FilterForm {...props} />
      </Card>
      <Card title="Views">
        <SaveView {...props} />
      </Card>
    </>
  );
}
