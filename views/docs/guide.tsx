import type { ComponentChildren } from 'preact';
import { paths } from '../paths.ts';
import type { Reference } from './reference.ts';
import { Sample } from './sample.tsx';

/** The chapters before the operations, by anchor. */
export const chapters = [
  ['key', 'Getting a key'],
  ['calls', 'Making a call'],
  ['idempotency', 'Sending again safely'],
  ['lists', 'Lists'],
  ['events', 'Following what happens'],
  ['figures', 'Money, dates and moments'],
  ['errors', 'Refusals'],
  ['limits', 'Limits'],
] as const;

const titles = new Map<string, string>(chapters);

function Chapter({ id, children }: { id: (typeof chapters)[number][0]; children: ComponentChildren }) {
  return (
    <section class="prose" id={id} aria-labelledby={`${id}-title`}>
      <h2 class="title" id={`${id}-title`}>
        {titles.get(id)}
      </h2>
      {children}
    </section>
  );
}

function Sending({ origin }: Pick<Reference, 'origin'>) {
  const call = `curl '${new URL(paths.api.claims(), origin)}?limit=10' \\\n  -H 'x-api-key: vk_…'`;
  return (
    <>
      <Chapter id="key">
        <p>
          A key belongs to one tenant or to one facility, and has scopes: the permissions it may use. Who
          manages integrations issues it under <i>Settings, API keys</i>; its text is shown once. A key
          belongs on a server. It cannot be used from a page in a browser: calls from other origins are
          refused.
        </p>
        <p>
          A tenant’s key sees everything of the tenant that its scopes allow. A facility’s key sees and files
          the facility’s own claims; where the facility has several tenants, it names one by{' '}
          <code>tenant</code>.
        </p>
      </Chapter>
      <Chapter id="calls">
        <p>
          Send the key in the header <code>x-api-key</code>, and bodies as JSON in UTF-8. Fields that a form
          does not know are refused by name, so that a misspelt one is not lost. Answers may gain fields:
          ignore those you do not know.
        </p>
        <Sample label="A first call" title="A first call" text={call} />
      </Chapter>
      <Chapter id="idempotency">
        <p>
          Every POST carries an <code>Idempotency-Key</code> of your own making, another one for every new
          thing. When an answer is lost, or is 429, 500 or 503, send the same again with the same key: what
          was done is done once, and the recorded answer comes with 200 in place of 201. The same key with
          another body is refused with 409, and nothing is done. Keys are kept for as long as the claims are.
        </p>
        <p>
          A PUT says how a thing shall be and may simply be sent again. A PUT that changes nothing writes
          nothing.
        </p>
      </Chapter>
    </>
  );
}

function Reading() {
  return (
    <>
      <Chapter id="lists">
        <p>
          A list answers <code>data</code> and <code>next</code>. Hand <code>next</code> back as{' '}
          <code>cursor</code>, with the same filters, until it is null. Claims filed while you read come at
          the end; none is left out or comes twice.
        </p>
      </Chapter>
      <Chapter id="events">
        <p>
          Instead of reading all claims again, ask for the <a href="#listEvents">events</a> after the last
          number you saw, then read the claims they name. Events have no gaps and are never changed, so that
          after any interruption you go on where you were. With <code>Accept: text/event-stream</code> they
          come by themselves, as they happen.
        </p>
        <p>
          A claim’s <code>ETag</code> is its version: with <code>If-None-Match</code> the answer is 304 while
          it stands unchanged.
        </p>
      </Chapter>
      <Chapter id="figures">
        <p>
          Amounts are whole minor units (kobo for NGN) of the tenant’s one currency; <code>990000</code> is ₦
          9,900.00. Another currency, a fraction or a text in place of a figure is refused. What a claim asks
          for must be the sum of its lines.
        </p>
        <p>
          Dates of service and births are calendar dates, <code>2026-11-20</code>. Moments are ISO 8601 with
          their zone; answers give them in UTC.
        </p>
      </Chapter>
      <Chapter id="errors">
        <p>
          Every refusal is <code>application/problem+json</code> (RFC 9457). <code>code</code> says what kind
          it is and keeps its meaning; <code>detail</code> says what to do this time; <code>errors</code>{' '}
          lists every field that is wrong, by its path. The <a href="#problems">kinds are listed below</a>.
        </p>
        <Sample
          label="A refusal"
          title="A refusal"
          text={`{
  "title": "Something in it is wrong",
  "status": 422,
  "code": "invalid",
  "detail": "2 mistakes were found; nothing was done.",
  "errors": [
    { "field": "lines.1.quantity", "message": "Enter a whole number." },
    { "field": "currency", "message": "This insurer pays in NGN." }
  ]
}`}
        />
      </Chapter>
      <Chapter id="limits">
        <p>
          A body holds at most 1 MB and 16 levels, a claim at most 100 lines. A key that asks too much too
          fast is answered 429 with <code>Retry-After</code> in seconds. The first part of every address,{' '}
          <code>/v1</code>, is the version: what would break a client comes as another version, with twelve
          months’ notice.
        </p>
      </Chapter>
    </>
  );
}

/** How to use the API, in the order in which one needs to know. */
export function Guide({ origin }: Pick<Reference, 'origin'>) {
  return (
    <>
      <Sending origin={origin} />
      <Reading />
    </>
  );
}
