import type { Moment } from '../../schema/domain/dates.ts';
import { paths } from '../paths.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { MomentText } from '../ui/date-text.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Field } from '../ui/field.tsx';
import { Form, type FormErrors, firstBad } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Checkbox } from '../ui/radio-group.tsx';
import { Table, type TableSpec } from '../ui/table.tsx';

/** A key as its organisation keeps it: the secret itself is kept nowhere. */
export interface ApiKeyRow {
  id: string;
  name: string;
  scopes: readonly string[];
  createdAt: Moment;
  revokedAt: Moment | null;
  /** the command that would revoke it */
  revokeId: string;
}

export type ApiKeysPageProps = {
  slug: string;
  zone: string;
  keys: readonly ApiKeyRow[];
  /** permissions that a key can be given, by area */
  scopes: readonly { area: string; names: readonly string[] }[];
  commandId: string;
  entry: { name: string; scopes: readonly string[] };
  errors: FormErrors;
  /** shown this once */
  made?: { name: string; secret: string };
  docs: string;
};

function keysTable(slug: string, zone: string): TableSpec<ApiKeyRow> {
  return {
    phone: 'labels',
    columns: [
      { label: 'Name', cell: (key) => <bdi>{key.name}</bdi> },
      { label: 'Scopes', muted: true, cell: (key) => key.scopes.join(', ') },
      { label: 'Made', cell: (key) => <MomentText at={key.createdAt} timeZone={zone} year /> },
      {
        label: 'State',
        cell: (key) =>
          key.revokedAt === null ? (
            <Badge tone="ok">In use</Badge>
          ) : (
            <>
              <Badge>Revoked</Badge> <MomentText at={key.revokedAt} timeZone={zone} year />
            </>
          ),
      },
      {
        label: <span class="unseen">Revoke</span>,
        cell: (key) =>
          key.revokedAt !== null ? null : (
            <Form
              action={paths.staff(slug).apiKeyRevocations(key.id)}
              commandId={key.revokeId}
              hx-confirm={`Revoke “${key.name}”? What uses it stops working at once.`}
            >
              <Button look="quiet" slim aria-label={`Revoke ${key.name}`}>
                Revoke
              </Button>
            </Form>
          ),
      },
    ],
  };
}

function NewKey({ slug, scopes, commandId, entry, errors }: ApiKeysPageProps) {
  return (
    <Card title="New key">
      <Form action={paths.staff(slug).apiKeys()} commandId={commandId} errors={errors}>
        <Field
          name="name"
          label="Name"
          hint="What uses it, for example: hospital billing system"
          maxlength={80}
          value={entry.name}
          error={errors.name}
          autofocus={firstBad(errors, 'name')}
        />
        <fieldset id="f-scopes" aria-describedby={errors.scopes === undefined ? undefined : 'f-scopes-error'}>
          <legend>Scopes</legend>
          <div class="deck small">
            {scopes.map(({ area, names }) => (
              <div class="choices">
                <span class="label">{area}</span>
                {names.map((name) => (
                  <Checkbox name="scopes" value={name} label={name} checked={entry.scopes.includes(name)} />
                ))}
              </div>
            ))}
          </div>
          {errors.scopes === undefined ? null : (
            <span class="error" id="f-scopes-error">
              {errors.scopes}
            </span>
          )}
        </fieldset>
        <div class="cluster">
          <Button look="primary">Make the key</Button>
        </div>
      </Form>
    </Card>
  );
}

/** Keys of servers that speak for this organisation. */
export function ApiKeysPage(props: ApiKeysPageProps) {
  const { slug, zone, keys, made, docs } = props;
  return (
    <>
      <PageHeader
        title="API keys"
        lead={
          <>
            Keys let a server act for this organisation. <a href={docs}>API reference</a>
          </>
        }
      />
      {made === undefined ? null : (
        <Notice tone="ok" title={`“${made.name}” is ready.`}>
          Copy its secret now; it is shown this once and kept nowhere: <code>{made.secret}</code>
        </Notice>
      )}
      {keys.length === 0 ? (
        <Card>
          <EmptyState title="No keys yet">Make one below for each system that is to connect.</EmptyState>
        </Card>
      ) : (
        <Table spec={keysTable(slug, zone)} rows={keys} label="API keys" loose />
      )}
      <NewKey {...props} />
    </>
  );
}
