import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHeader } from '../ui/page-header.tsx';

type ShownMail = { id: string; to: string; from: string; subject: string; text: string };

/** Mails of the demo, which are shown and never sent; the address in one is a link. */
export function CapturedMailsPage({ mails }: { mails: readonly ShownMail[] }) {
  return (
    <>
      <PageHeader title="Mail of the demo" lead="Nothing is sent from here: this is what people would get." />
      {mails.length === 0 ? (
        <EmptyState title="No mail yet.">
          It comes when somebody with an address is asked about a visit.
        </EmptyState>
      ) : null}
      {mails.map(({ id, to, from, subject, text }) => (
        <Card title={subject} id={id}>
          <p class="mute">
            From {from} to {to}
          </p>
          {text.split('\n').map((line) => (
            <p>{/^https?:/.test(line) ? <a href={line}>{line}</a> : line}</p>
          ))}
        </Card>
      ))}
    </>
  );
}
