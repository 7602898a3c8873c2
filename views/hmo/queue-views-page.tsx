import type { SavedViews } from '../../schema/domain/claims/saved-views.ts';
import { paths } from '../paths.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Field } from '../ui/field.tsx';
import { Form, type FormErrors } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Checkbox } from '../ui/radio-group.tsx';

export type QueueViewsPageProps = {
  slug: string;
  saved: SavedViews;
  /** one for each form of the page */
  freshId: () => string;
  /** what was refused, of which view; '' is the one that was new */
  refused?: { viewId: string; name: string; query: string; errors: FormErrors };
};

function ViewCard({
  slug,
  saved,
  freshId,
  refused,
  view,
}: QueueViewsPageProps & { view: SavedViews['views'][number] }) {
  const to = paths.staff(slug);
  const own = refused?.viewId === view.id ? refused : null;
  return (
    <Card title={view.name} aside={<a href={`${to.claims()}?${view.query}`}>Show its claims</a>}>
      <Form action={to.queueView(view.id)} commandId={freshId()} errors={own?.errors}>
        <Field
          id={`name-${view.id}`}
          name="name"
          label="Name"
          maxlength={40}
          value={own?.name ?? view.name}
          error={own?.errors.name}
          autofocus={own !== null}
        />
        <Checkbox name="isDefault" label="Open the queue with it" checked={saved.defaultId === view.id} />
        <Button>Save</Button>
      </Form>
      <Form action={to.queueViewRemovals(view.id)} commandId={freshId()} inline>
        <Button look="quiet">Remove</Button>
      </Form>
    </Card>
  );
}

/** What one saved of the queue's filters: other names, what it opens with, and what goes. */
export function QueueViewsPage(props: QueueViewsPageProps) {
  const { slug, saved, refused, freshId } = props;
  const to = paths.staff(slug);
  return (
    <>
      <PageHeader
        title="Your views"
        lead="Filters of the queue that you saved. Nobody else sees them."
        crumbs={[{ label: 'Claims', href: to.claims() }]}
      />
      {refused?.viewId === '' ? (
        <Card title="Save the view">
          <Form action={to.queueViews()} commandId={freshId()} errors={refused.errors}>
            <input type="hidden" name="query" value={refused.query} />
            <Field
              name="name"
              label="Name"
              maxlength={40}
              value={refused.name}
              error={refused.errors.name}
              autofocus
            />
            <Button look="primary">Save view</Button>
          </Form>
        </Card>
      ) : null}
      {refused !== undefined && refused.errors[''] !== undefined ? (
        <Notice tone="danger">{refused.errors['']}</Notice>
      ) : null}
      {saved.views.length === 0 ? (
        <EmptyState title="You have no view yet" action={<a href={to.claims()}>To the queue</a>}>
          Filter the queue, then save what you see under <i>Views</i>.
        </EmptyState>
      ) : (
        saved.views.map((view) => <ViewCard {...props} view={view} />)
      )}
    </>
  );
}
