import { renderToString } from 'preact-render-to-string';
import { assets as built } from '../../../.build/assets/manifest.ts';
import { CountValue } from '../../../views/claims/count-value.tsx';
import { MainPiece, type Page } from '../../../views/layouts/main-piece.tsx';
import { Plain } from '../../../views/layouts/plain.tsx';
import { Shell } from '../../../views/layouts/shell.tsx';
import { Badge } from '../../../views/ui/badge.tsx';
import { Button, ButtonLink } from '../../../views/ui/button.tsx';
import { Card } from '../../../views/ui/card.tsx';
import { Combobox, SuggestionList } from '../../../views/ui/combobox.tsx';
import { AlertDialog, DialogButton, PopDialog } from '../../../views/ui/dialog.tsx';
import { Field } from '../../../views/ui/field.tsx';
import { Actions, Form, firstBad, SavedNote } from '../../../views/ui/form.tsx';
import { Piece } from '../../../views/ui/frame.tsx';
import { LinkList } from '../../../views/ui/link-list.tsx';
import { PageHeader } from '../../../views/ui/page-header.tsx';
import { RadioGroup } from '../../../views/ui/radio-group.tsx';
import { Select } from '../../../views/ui/select.tsx';
import { Stat, Stats } from '../../../views/ui/stat.tsx';
import { Table, TableRow, type TableSpec } from '../../../views/ui/table.tsx';
import { Tabs } from '../../../views/ui/tabs.tsx';

/** A small portal made of the components alone: what the browser's side is tried on, without the product behind it. */
type Row = { id: string; who: string };

const url = (name: string) => built[name]?.url ?? '';
const assets = { css: url('index.css'), script: url('index.js'), icon: url('icon.svg') };
const site = 'Meridian';

const queueTable: TableSpec<Row> = {
  rowId: (row) => `c-${row.id}`,
  columns: [
    { label: 'Claim', cell: (row) => <a href="/claim">{row.id}</a> },
    { label: 'Enrollee', cell: (row) => row.who },
    { label: 'Billed', cell: () => '5,000.00', numeric: true },
    { label: 'State', cell: () => <Badge tone="info">In review</Badge>, phone: 'right' },
  ],
};
const rows = ['A1', 'A2', 'A3', 'A4'].map((id) => ({ id, who: `Person of ${id}` }));

const queue = (
  <>
    <PageHeader
      title="Claims queue"
      actions={
        <ButtonLink href="/claim" look="primary" keys="n">
          Next claim
        </ButtonLink>
      }
    />
    <Stats>
      <Stat label="Open" value={<CountValue name="open" value={4} />} href="/queue" />
    </Stats>
    <Tabs
      label="Views"
      tabs={[
        { label: 'Open', href: '/queue', count: 4, current: true },
        { label: 'Mine', href: '/queue?v=mine' },
      ]}
    />
    <Table spec={queueTable} rows={rows} label="Open claims" bodyId="rows" />
    <DialogButton dialog="about">About this list</DialogButton>
    <PopDialog id="about" title="About">
      <p>Most urgent first.</p>
    </PopDialog>
  </>
);

function Claim({ errors }: { errors?: Record<string, string> | undefined }) {
  return (
    <>
      <PageHeader title="Claim A2" crumbs={[{ label: 'Claims queue', href: '/queue' }]} />
      <Card title="Decision" kind="lead">
        <Form action="/claim" commandId="c1" errors={errors}>
          <RadioGroup
            name="outcome"
            label="Outcome"
            segments
            value="approve"
            choices={[
              { value: 'approve', label: 'Approve', keys: 'a' },
              { value: 'reject', label: 'Reject', keys: 'r' },
            ]}
          />
          <Select
            name="reason"
            label="Reason"
            empty="Choose a reason"
            options={[{ value: '45', label: 'Above tariff' }]}
            error={errors?.reason}
            autofocus={firstBad(errors, 'reason')}
          />
          <Actions>
            <Button look="primary">Save decision</Button>
          </Actions>
        </Form>
      </Card>
    </>
  );
}

function LineRow({ index, quantity, price }: { index: string; quantity: string; price: string }) {
  return (
    <tr data-line>
      <td data-label="Quantity">
        <input
          class="amount"
          name={`lines.${index}.quantity`}
          aria-label="Quantity"
          value={quantity}
          data-qty
        />
      </td>
      <td data-label="Price">
        <input class="amount" name={`lines.${index}.price`} aria-label="Price" value={price} data-price />
      </td>
      <td data-label="Line">
        <output data-product />
      </td>
      <td>
        <Button name="remove" value={index}>
          Remove
        </Button>
      </td>
    </tr>
  );
}

const draft = (
  <>
    <PageHeader title="Draft" />
    <Form action="/draft" commandId="c2" data-autosave="/draft/saved" data-lines="">
      <Field name="member" label="Member id" />
      <Combobox name="diagnosis" label="Diagnosis" search="/diagnoses" />
      <div class="sheet cards labels">
        <table aria-label="Lines">
          <tbody>
            <LineRow index="0" quantity="2" price="1,200.50" />
            <template data-line="">
              <LineRow index="__i__" quantity="1" price="" />
            </template>
          </tbody>
        </table>
      </div>
      <output data-sum="" aria-label="Total" />
      <Button name="add" value="line">
        Add a line
      </Button>
      <SavedNote />
      <Actions>
        <Button look="primary">Submit</Button>
      </Actions>
    </Form>
  </>
);

const lease = { renew: '/lease', release: '/lease/release' };
const bodies = {
  queue: { page: { title: 'Claims queue', nav: 'claims', see: ['queue'], seq: 10 }, content: queue },
  claim: {
    page: { title: 'Claim A2', nav: 'claims', see: ['claim:A2'], seq: 11, lease },
    content: <Claim />,
  },
  refused: {
    page: { title: 'Claim A2', nav: 'claims', see: ['claim:A2'], seq: 11, lease },
    content: <Claim errors={{ reason: 'Choose a reason.' }} />,
  },
  draft: { page: { title: 'Draft', nav: 'drafts' }, content: draft },
} satisfies Record<string, { page: Page; content: preact.ComponentChildren }>;

export type PageName = keyof typeof bodies;

/** A page of the small portal, whole or as the piece that htmx asks for. */
export function pageText(name: PageName, piece: boolean, idleSeconds?: number): string {
  const { page, content } = bodies[name];
  if (piece)
    return renderToString(
      <MainPiece page={page} site={site}>
        {content}
      </MainPiece>,
    );
  return `<!doctype html>${renderToString(
    <Shell
      page={page}
      assets={assets}
      brand={{ name: site, href: '/queue' }}
      nav={[
        { id: 'claims', label: 'Claims', href: '/queue', icon: 'claim' },
        { id: 'drafts', label: 'Drafts', href: '/draft', icon: 'file' },
      ]}
      person={{ name: 'Amina Bello', role: 'Adjudicator', signOut: '/sign-out' }}
      bell={{ unread: 6, href: '/notices', list: '/notices/list' }}
      search={{ action: '/queue', label: 'Search claims' }}
      live={{ href: '/live' }}
      lock={{ action: '/lock', covered: '/locked', idleSeconds }}
    >
      {content}
    </Shell>,
  )}`;
}

export const lockedText = `<!doctype html>${renderToString(
  <Plain page={{ title: 'Locked' }} assets={assets} brand={{ name: site, href: '/' }}>
    <PageHeader title="Screen locked" />
  </Plain>,
)}`;

export const noticesText = renderToString(
  <LinkList links={[{ href: '/claim', text: 'A2 came back', unread: true }]} />,
);

export const suggestionsText = renderToString(
  <SuggestionList
    of="f-diagnosis-list"
    found={[
      { value: 'I10', label: 'Hypertension' },
      { value: 'I11', label: 'Heart disease' },
    ]}
  />,
);

export const alertText = renderToString(
  <AlertDialog id="alert-1" title="Are you here now?" actions={<Button>No</Button>}>
    <p>A hospital says so.</p>
  </AlertDialog>,
);

/** The piece of a frame that shows a row anew. */
export function rowPiece(id: string, who: string): string {
  return renderToString(
    <Piece id={`c-${id}`}>
      <TableRow spec={queueTable} row={{ id, who }} />
    </Piece>,
  );
}

/** The piece of a frame that takes a row away. */
export const gonePiece = (id: string): string => renderToString(<Piece id={`c-${id}`} swap="delete" />);
