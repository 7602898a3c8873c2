import type { ComponentChildren } from 'preact';
import { describe, expect, test } from 'vitest';
import { Badge } from '../../../../views/ui/badge.tsx';
import { BarChart } from '../../../../views/ui/bar-chart.tsx';
import { Bell } from '../../../../views/ui/bell.tsx';
import { Breadcrumb } from '../../../../views/ui/breadcrumb.tsx';
import { Button, ButtonLink } from '../../../../views/ui/button.tsx';
import { Card } from '../../../../views/ui/card.tsx';
import { ColumnChart } from '../../../../views/ui/column-chart.tsx';
import { Combobox, SuggestionList } from '../../../../views/ui/combobox.tsx';
import { Conversation } from '../../../../views/ui/conversation.tsx';
import { DayText, MomentText } from '../../../../views/ui/date-text.tsx';
import { AlertDialog, DialogButton, PopDialog } from '../../../../views/ui/dialog.tsx';
import { EmptyState } from '../../../../views/ui/empty-state.tsx';
import { Facts } from '../../../../views/ui/facts.tsx';
import { Field } from '../../../../views/ui/field.tsx';
import { Actions, Fields, Form, SavedNote } from '../../../../views/ui/form.tsx';
import { Icon } from '../../../../views/ui/icon.tsx';
import { iconPaths } from '../../../../views/ui/icon-paths.ts';
import { LinkList } from '../../../../views/ui/link-list.tsx';
import { Money } from '../../../../views/ui/money.tsx';
import { Notice } from '../../../../views/ui/notice.tsx';
import { PageHeader } from '../../../../views/ui/page-header.tsx';
import { ListPager, Pager } from '../../../../views/ui/pager.tsx';
import { Progress } from '../../../../views/ui/progress.tsx';
import { Checkbox, RadioGroup } from '../../../../views/ui/radio-group.tsx';
import { Select } from '../../../../views/ui/select.tsx';
import { Stat, Stats } from '../../../../views/ui/stat.tsx';
import { Table } from '../../../../views/ui/table.tsx';
import { Tabs } from '../../../../views/ui/tabs.tsx';
import { Textarea } from '../../../../views/ui/textarea.tsx';
import { Timeline } from '../../../../views/ui/timeline.tsx';
import { VisuallyHidden } from '../../../../views/ui/visually-hidden.tsx';
import { faultsOf, markupOf } from './markup.ts';

const day = <DayText date="2026-11-05" />;
const bad = { error: 'Say why.', autofocus: true };

/** Every component with everything it can show, and with as little as it may. */
const samples: Record<string, ComponentChildren> = {
  badge: <Badge tone="danger">Refused</Badge>,
  'badge with another shape': <Badge shape="diamond">Held</Badge>,
  'bar chart': (
    <BarChart
      label="By age"
      bars={[
        { label: 'late', value: 3, tone: 'danger' },
        { label: 'new', value: 0, text: 'none' },
      ]}
    />
  ),
  'bar chart of nothing': <BarChart label="By age" bars={[]} />,
  bell: <Bell unread={6} href="/notices" list="/notices/list" />,
  'silent bell': <Bell unread={0} href="/notices" list="/notices/list" />,
  breadcrumb: <Breadcrumb crumbs={[{ label: 'Claims', href: '/claims' }]} />,
  button: (
    <Button look="primary" keys="n" name="next" value="1">
      Next
    </Button>
  ),
  'button link': (
    <ButtonLink href="/export.csv" download slim>
      Export
    </ButtonLink>
  ),
  card: (
    <Card title="Lines" aside={<Badge>3</Badge>} kind="flush" id="lines">
      <p>Text</p>
    </Card>
  ),
  'card without a title': (
    <Card>
      <p>Text</p>
    </Card>
  ),
  'column chart': (
    <ColumnChart
      label="By month"
      columns={[
        { label: 'Jan', value: 3, text: '3' },
        { label: 'Feb', value: 0, text: '0' },
      ]}
    />
  ),
  combobox: (
    <Combobox
      name="diagnosis"
      label="Diagnosis"
      search="/search"
      value="I10"
      meaning="Hypertension"
      found={[{ value: 'I11', label: 'Heart disease' }]}
    />
  ),
  suggestions: (
    <div role="listbox" aria-label="Suggestions">
      <SuggestionList of="list" found={[{ value: 'I10', label: 'Hypertension', note: 'main' }]} />
    </div>
  ),
  conversation: (
    <Conversation
      messages={[
        { from: 'Amina', when: day, text: 'Why?', ours: true },
        { from: 'Clinic', when: day, text: 'So.', ours: false },
      ]}
    />
  ),
  moment: <MomentText at={1_795_000_000_000} timeZone="Africa/Lagos" />,
  'alert dialog': (
    <AlertDialog id="alert-1" title="Are you here now?" actions={<Button>No</Button>}>
      <p>Somebody says so.</p>
    </AlertDialog>
  ),
  'small dialog': (
    <>
      <DialogButton dialog="ask">Reopen</DialogButton>
      <PopDialog id="ask" title="Reopen?">
        <p>Text</p>
      </PopDialog>
    </>
  ),
  'empty state': (
    <EmptyState title="No claims" action={<ButtonLink href="/new">New claim</ButtonLink>}>
      File the first one.
    </EmptyState>
  ),
  facts: <Facts facts={[['Name', 'Kunle'], null, ['Cover', <Badge tone="ok">Active</Badge>]]} />,
  field: <Field name="amount" label="Amount" hint="In naira" amount value="1.00" required full {...bad} />,
  'bare field': <Field name="note" label="Note" optional />,
  form: (
    <Form action="/claims" commandId="c1" errors={{ '': 'Try again.', amount: 'Say how much.' }}>
      <Fields>
        <Field name="amount" label="Amount" {...bad} />
      </Fields>
      <SavedNote />
      <Actions>
        <Button>Save</Button>
      </Actions>
    </Form>
  ),
  icons: Object.keys(iconPaths).map((name) => <Icon name={name as keyof typeof iconPaths} />),
  'link list': (
    <LinkList
      id="latest"
      links={[
        { href: '/c', text: 'Approved', when: day, unread: true, id: 'n1' },
        { href: '/d', text: 'Filed' },
      ]}
    />
  ),
  money: <Money minor={123_450} currency="NGN" />,
  notice: (
    <Notice tone="danger" title="Not saved." id="n">
      Try again.
    </Notice>
  ),
  'page header': (
    <PageHeader
      title="CLM-1"
      crumbs={[{ label: 'Claims', href: '/claims' }]}
      badge={<Badge>New</Badge>}
      lead="Due today"
      actions={<Button>Take</Button>}
    />
  ),
  pager: <Pager summary="50 of 128" previous="?before=a" next="?after=b" />,
  'list pager': <ListPager after="a" next="b" at={(after) => `?after=${after}`} />,
  progress: <Progress label="Used" value={5} max={3} text="5 of 3" tone="danger" id="p" />,
  'radio group': (
    <RadioGroup
      name="outcome"
      label="Outcome"
      segments
      value="yes"
      choices={[
        { value: 'yes', label: 'Yes', keys: 'y' },
        { value: 'no', label: 'No', note: 'For good' },
      ]}
      {...bad}
    />
  ),
  checkbox: <Checkbox name="accident" label="After an accident" note="Another may pay" checked />,
  select: (
    <Select
      name="reason"
      label="Reason"
      empty="Choose"
      value="2"
      options={[
        { value: '1', label: 'One', disabled: true },
        { group: 'More', options: [{ value: '2', label: 'Two' }] },
      ]}
      {...bad}
    />
  ),
  stats: (
    <Stats>
      <Stat label="Open" value={0} href="/open" note="today" tone="warn" id="s1" />
      <Stat label="Ratio" value="71%" />
    </Stats>
  ),
  tabs: (
    <Tabs
      label="Views"
      tabs={[
        { label: 'Open', href: '?v=open', count: 0, current: true, keys: 'o' },
        { label: 'Mine', href: '?v=mine' },
      ]}
    />
  ),
  textarea: <Textarea name="why" label="Why" value="<b>" maxlength={200} required {...bad} />,
  timeline: <Timeline id="t" entries={[{ when: day, what: 'Filed' }]} />,
  'hidden words': <VisuallyHidden>Menu</VisuallyHidden>,
};

describe('every component', () => {
  test.each(Object.entries(samples))('%s is valid HTML', async (_, sample) => {
    expect(await faultsOf(markupOf(sample))).toEqual([]);
  });

  test.each(['cards', 'labels', 'scroll'] as const)('a table shown as %s is valid HTML', async (phone) => {
    const spec = {
      phone,
      rowId: (row: number) => `row-${row}`,
      columns: [
        {
          label: 'Claim',
          cell: (row: number) => <a href="/c">{row}</a>,
          foot: 'Total',
          sort: { href: '?s=1', direction: 'ascending' as const },
        },
        { label: 'Billed', cell: (row: number) => row, numeric: true, foot: 0, sort: { href: '?s=2' } },
      ],
    };
    expect(
      await faultsOf(markupOf(<Table spec={spec} rows={[0, 1]} label="Claims" bodyId="rows" loose />)),
    ).toEqual([]);
    expect(await faultsOf(markupOf(<Table spec={spec} rows={[]} label="Claims" showLabel />))).toEqual([]);
  });

  test('nothing shows a zero, a false or an undefined that nobody wrote', () => {
    for (const [name, sample] of Object.entries(samples)) {
      const text = markupOf(sample).replace(/<[^>]*>/g, ' ');
      expect(`${name}: ${/undefined|false|NaN|\[object/.exec(text)?.[0] ?? 'clean'}`).toBe(`${name}: clean`);
    }
  });

  test('no component carries a style of its own: the content security policy forbids it', () => {
    for (const sample of Object.values(samples))
      expect(markupOf(sample)).not.toMatch(/ style=|hx-on| on\w+=/);
  });
});
