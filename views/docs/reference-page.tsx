import { paths } from '../paths.ts';
import { ButtonLink } from '../ui/button.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Contents } from './contents.tsx';
import { FieldsTable } from './fields-table.tsx';
import { Guide } from './guide.tsx';
import { Operation } from './operation.tsx';
import { areaAnchor, type FormEntry, formAnchor, type ProblemEntry, type Reference } from './reference.ts';
import { Words } from './words.tsx';

function Form({ form }: { form: FormEntry }) {
  return (
    <section class="card" id={formAnchor(form.name)} aria-labelledby={`${formAnchor(form.name)}-title`}>
      <h3 id={`${formAnchor(form.name)}-title`}>{form.name}</h3>
      <p>
        <Words text={form.text} />
      </p>
      <FieldsTable label={`Fields of ${form.name}`} fields={form.fields} />
    </section>
  );
}

function Problems({ problems }: { problems: readonly ProblemEntry[] }) {
  return (
    <dl class="card problems">
      {problems.map((problem) => (
        <div id={problem.anchor}>
          <dt>
            <b>{problem.status}</b> <code>{problem.code}</code>
          </dt>
          <dd>
            <b>{problem.title}.</b> {problem.text}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The reference: one page, made from the OpenAPI document, that works without a script. */
export function ReferencePage({ reference }: { reference: Reference }) {
  const { areas, forms, problems, origin } = reference;
  return (
    <>
      <PageHeader
        title="API reference"
        lead="File claims, keep your records in step, follow what happens. Version 1."
        actions={
          <ButtonLink href={paths.openapi()} download="vetra-openapi.json">
            OpenAPI document
          </ButtonLink>
        }
      />
      <Contents areas={areas} />
      <div class="stack">
        <Guide origin={origin} />
        {areas.map((area) => (
          <section
            class="stack"
            id={areaAnchor(area.name)}
            aria-labelledby={`${areaAnchor(area.name)}-title`}
          >
            <h2 class="title" id={`${areaAnchor(area.name)}-title`}>
              {area.name}
            </h2>
            <p class="mute">{area.text}</p>
            {area.operations.map((operation) => (
              <Operation operation={operation} />
            ))}
          </section>
        ))}
        <section class="stack" id="forms" aria-labelledby="forms-title">
          <h2 class="title" id="forms-title">
            What is answered
          </h2>
          {forms.map((form) => (
            <Form form={form} />
          ))}
        </section>
        <section class="stack" id="problems" aria-labelledby="problems-title">
          <h2 class="title" id="problems-title">
            Kinds of refusal
          </h2>
          <Problems problems={problems} />
        </section>
      </div>
    </>
  );
}
