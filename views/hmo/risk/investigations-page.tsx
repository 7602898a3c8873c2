import type { Moment } from '../../../schema/domain/dates.ts';
import {
  type InvestigationState,
  investigationStates,
} from '../../../schema/domain/investigations/investigation.ts';
import { paths } from '../../paths.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { MomentText } from '../../ui/date-text.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Field } from '../../ui/field.tsx';
import { Form, type FormErrors, firstBad } from '../../ui/form.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ListPager } from '../../ui/pager.tsx';
import { Table, type TableSpec } from '../../ui/table.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { InvestigationMark } from './marks.tsx';

/** An investigation as the list shows it. */
export interface InvestigationRow {
  number: string;
  title: string;
  state: InvestigationState;
  openedAt: Moment;
  openedByName: string;
  claims: number;
  events: number;
  holds: readonly string[];
}

type InvestigationsPageProps = {
  slug: string;
  zone: string;
  state: InvestigationState;
  after: string;
  rows: readonly InvestigationRow[];
  next: string | null;
  /** to open one with; null: this person may not */
  opening: {
    commandId: string;
    title: string;
    claims: string;
    /** risk events that were chosen, as the form names them */
    events: readonly string[];
    errors: FormErrors;
  } | null;
};

const stateNames: Readonly<Record<InvestigationState, string>> = {
  OPEN: 'Open',
  CONFIRMED: 'Confirmed',
  CLEARED: 'Cleared',
};

function table({ slug, zone }: InvestigationsPageProps): TableSpec<InvestigationRow> {
  return {
    phone: 'labels',
    columns: [
      {
        label: 'Number',
        cell: ({ number }) => <a href={paths.staff(slug).investigation(number)}>{number}</a>,
      },
      { label: 'What', strong: true, cell: ({ title }) => title },
      { label: 'Claims', numeric: true, cell: ({ claims }) => String(claims) },
      { label: 'Events', numeric: true, cell: ({ events }) => String(events) },
      {
        label: 'Holds',
        muted: true,
        cell: ({ holds }) => (holds.length === 0 ? 'nothing' : holds.join(', ')),
      },
      {
        label: 'Opened',
        muted: true,
        cell: ({ openedAt, openedByName }) => (
          <>
            <MomentText at={openedAt} timeZone={zone} /> {openedByName}
          </>
        ),
      },
      { label: 'State', phone: 'right', cell: ({ state }) => <InvestigationMark state={state} /> },
    ],
  };
}

function Opening({
  slug,
  opening,
}: Pick<InvestigationsPageProps, 'slug'> & {
  opening: NonNullable<InvestigationsPageProps['opening']>;
}) {
  const { commandId, title, claims, events, errors } = opening;
  return (
    <Card title="Open an investigation">
      <Form
        action={paths.staff(slug).investigations()}
        commandId={commandId}
        errors={errors}
        refused="Not opened."
      >
        {events.map((event) => (
          <input type="hidden" name="event" value={event} />
        ))}
        {events.length === 0 ? null : (
          <p>
            {events.length === 1 ? '1 risk event is chosen.' : `${events.length} risk events are chosen.`}
          </p>
        )}
        <Field
          name="title"
          label="What is looked into"
          maxlength={120}
          value={title}
          error={errors.title}
          autofocus={firstBad(errors, 'title')}
        />
        <Textarea
          name="claims"
          label="Claims and requests"
          optional={events.length > 0}
          hint="Their numbers, one a line. Risk events are chosen on the page Risk."
          rows={3}
          value={claims}
          error={errors.claims}
          autofocus={firstBad(errors, 'claims')}
        />
        <div class="cluster">
          <Button look="primary">Open</Button>
        </div>
      </Form>
    </Card>
  );
}

/** Everything that is looked into, or was. */
export function InvestigationsPage(props: InvestigationsPageProps) {
  const { slug, state, after, rows, next, opening } = props;
  const to = paths.staff(slug);
  return (
    <>
      <PageHeader
        title="Investigations"
        lead="Claims and risk events looked into together, and what is held meanwhile."
      />
      <Tabs
        label="Investigations by state"
        tabs={investigationStates.map((each) => ({
          label: stateNames[each],
          href: to.investigations(each === 'OPEN' ? {} : { state: each }),
          current: each === state,
        }))}
      />
      {rows.length === 0 ? (
        <EmptyState title={state === 'OPEN' ? 'Nothing is looked into' : 'None has ended so'}>
          Choose risk events on the page Risk, or name claims and requests below, to open one.
        </EmptyState>
      ) : (
        <Table spec={table(props)} rows={rows} label="Investigations, newest first" />
      )}
      <ListPager after={after} next={next} at={(cursor) => to.investigations({ state, after: cursor })} />
      {opening === null ? null : <Opening slug={slug} opening={opening} />}
    </>
  );
}
