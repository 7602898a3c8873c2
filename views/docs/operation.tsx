import { FieldsTable } from './fields-table.tsx';
import { formAnchor, type OperationEntry } from './reference.ts';
import { Sample } from './sample.tsx';
import { Words } from './words.tsx';

function Answers({ operation }: { operation: OperationEntry }) {
  return (
    <dl class="facts">
      {operation.answers.map((answer) => (
        <>
          <dt>
            <b>{answer.status}</b>
          </dt>
          <dd>
            {answer.text}{' '}
            {answer.form === undefined ? null : <a href={`#${formAnchor(answer.form)}`}>{answer.form}</a>}
          </dd>
        </>
      ))}
      <dt>Refusals</dt>
      <dd class="cluster">
        {operation.refusals.map((refusal) => (
          <a href={`#${refusal.anchor}`}>
            {refusal.status} {refusal.code}
          </a>
        ))}
      </dd>
    </dl>
  );
}

/** One operation: what it does, what it takes, an example, what it answers. */
export function Operation({ operation }: { operation: OperationEntry }) {
  const { id, method, path, summary, paragraphs, parameters, body } = operation;
  return (
    <section class="card" id={id} aria-labelledby={`${id}-title`}>
      <header>
        <h3 id={`${id}-title`}>
          <a href={`#${id}`}>{summary}</a>
        </h3>
        <p class="route">
          <b class={`method ${method.toLowerCase()}`}>{method}</b> <code>{path}</code>
        </p>
      </header>
      {paragraphs.map((text) => (
        <p>
          <Words text={text} />
        </p>
      ))}
      <div class="pair">
        <Sample label={`Calling ${summary.toLowerCase()}`} title="Example" text={operation.call} />
        <Sample label={`Answer to ${summary.toLowerCase()}`} title="Answer" text={operation.answer} />
      </div>
      {parameters.length === 0 ? null : (
        <>
          <h4>Parameters</h4>
          <FieldsTable label={`Parameters of ${summary.toLowerCase()}`} fields={parameters} />
        </>
      )}
      {body === null ? null : (
        <>
          <h4>Body</h4>
          <FieldsTable label={`Body of ${summary.toLowerCase()}`} fields={body.fields} />
        </>
      )}
      <h4>Answers</h4>
      <Answers operation={operation} />
    </section>
  );
}
