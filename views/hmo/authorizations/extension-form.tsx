import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Actions, Fields, Form, type FormErrors, firstBad } from '../../ui/form.tsx';
import { Textarea } from '../../ui/textarea.tsx';

/** Longer, or further days, as typed. */
export interface ExtensionEntry {
  validTo: string;
  days: string;
  override: string;
  sentence: string;
}

export type ExtensionFormProps = {
  action: string;
  commandId: string;
  version: number;
  entry: ExtensionEntry;
  errors: FormErrors;
  /** it is an admission: days are granted one by one */
  admitted: boolean;
};

/** A code valid longer, and of an admission further days: judged and reserved like the first ones. */
export function ExtensionForm({ action, commandId, version, entry, errors, admitted }: ExtensionFormProps) {
  const typed = (name: keyof ExtensionEntry) => ({
    name,
    id: `f-extend-${name}`,
    value: entry[name],
    error: errors[name],
    autofocus: firstBad(errors, name),
    optional: true,
  });
  return (
    <details open={Object.keys(errors).length > 0}>
      <summary>{admitted ? 'Extend the stay or the code' : 'Extend the code'}</summary>
      <Form action={action} commandId={commandId} errors={errors}>
        <input type="hidden" name="version" value={version} />
        <Fields>
          {admitted ? (
            <Field {...typed('days')} label="Further days" amount inputmode="numeric" maxlength={2} />
          ) : null}
          <Field {...typed('validTo')} label="Code valid until" type="date" />
        </Fields>
        {admitted ? (
          <Field
            {...typed('override')}
            label="More days than recommended: why?"
            hint="Only where the engine recommends fewer."
            maxlength={500}
          />
        ) : null}
        <Textarea {...typed('sentence')} label="Sentence for the facility" rows={2} maxlength={2000} />
        <Actions plainly>
          <Button>Extend it</Button>
        </Actions>
      </Form>
    </details>
  );
}
