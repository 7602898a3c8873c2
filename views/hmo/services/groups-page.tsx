import type { ServiceGroup } from '../../../schema/domain/plans/plan.ts';
import { paths } from '../../paths.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Field } from '../../ui/field.tsx';
import { Actions, Fields, Form, type FormErrors } from '../../ui/form.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Table, type TableSpec } from '../../ui/table.tsx';

export type GroupsPageProps = {
  slug: string;
  groups: readonly ServiceGroup[];
  mayUpdate: boolean;
  entry: { code: string; name: string };
  errors: FormErrors;
  addId: string;
  /** commands that rename, by the group's code */
  renameIds: Readonly<Record<string, string>>;
};

function groupsTable({
  slug,
  mayUpdate,
  renameIds,
  entry,
  errors,
}: GroupsPageProps): TableSpec<ServiceGroup> {
  const to = paths.staff(slug);
  const refused = (code: string) => (entry.code === code ? errors.name : undefined);
  return {
    phone: 'labels',
    columns: [
      { label: 'Code', cell: ({ code }) => <a href={to.services({ group: code })}>{code}</a> },
      {
        label: 'Name',
        cell: ({ code, name }) =>
          mayUpdate ? (
            <Form action={to.serviceGroups()} commandId={renameIds[code]} inline>
              <input type="hidden" name="code" value={code} />
              <Field
                name="name"
                id={`f-name-${code}`}
                label={<span class="unseen">Name of {code}</span>}
                maxlength={80}
                value={refused(code) === undefined ? name : entry.name}
                error={refused(code)}
                autofocus={refused(code) !== undefined}
              />
              <Button aria-label={`Rename ${code}`}>Rename</Button>
            </Form>
          ) : (
            name
          ),
      },
    ],
  };
}

function AddGroup({ slug, groups, entry, errors, addId }: GroupsPageProps) {
  const renaming = groups.some(({ code }) => code === entry.code);
  const shown = renaming ? { entry: { code: '', name: '' }, errors: {} } : { entry, errors };
  const wrong: FormErrors = shown.errors;
  return (
    <Card title="Add a group">
      <Form action={paths.staff(slug).serviceGroups()} commandId={addId} errors={wrong}>
        <Fields>
          <Field
            name="code"
            label="Code"
            hint="Small letters, digits and dashes; it stays. For example: physiotherapy."
            maxlength={40}
            value={shown.entry.code}
            error={wrong.code}
            autofocus={wrong.code !== undefined}
          />
          <Field
            name="name"
            label="Name"
            hint="As people read it, for example: Physiotherapy."
            maxlength={80}
            value={shown.entry.name}
            error={wrong.name}
            autofocus={wrong.code === undefined && wrong.name !== undefined}
          />
        </Fields>
        <Actions plainly>
          <Button look="primary">Add the group</Button>
        </Actions>
      </Form>
    </Card>
  );
}

/** The groups that services belong to and that benefits are given for. */
export function GroupsPage(props: GroupsPageProps) {
  const { slug, groups, mayUpdate } = props;
  return (
    <>
      <PageHeader
        title="Groups of services"
        crumbs={[{ label: 'Services', href: paths.staff(slug).services() }]}
        lead="A benefit of a plan pays for whole groups: put together what is covered together."
      />
      <Table spec={groupsTable(props)} rows={groups} label="Groups of services" />
      {mayUpdate ? <AddGroup {...props} /> : null}
    </>
  );
}
