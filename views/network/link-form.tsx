import type { LinkVerb } from '../../schema/domain/network/steps.ts';
import { Button, type ButtonLook } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Actions, Fields, Form, type FormErrors, firstBad } from '../ui/form.tsx';

const words: Readonly<Record<LinkVerb, string>> = {
  request: 'Ask for a link',
  accept: 'Accept',
  decline: 'Decline',
  withdraw: 'Take the request back',
  suspend: 'Suspend',
  reinstate: 'Reinstate',
  end: 'End the link',
};
const looks: Readonly<Partial<Record<LinkVerb, ButtonLook>>> = {
  request: 'primary',
  accept: 'primary',
  reinstate: 'primary',
  decline: 'refuse',
};

/** What each step does, for those who are about to take it. */
const means: Readonly<Partial<Record<LinkVerb, string>>> = {
  suspend: 'Suspended, what is done from today on cannot be claimed until the link is reinstated.',
  end: 'Ended, today is the last day that can be claimed; what was done before stays claimable.',
  reinstate: 'Reinstated, the link is in force again from today on.',
};

/** What was entered, and why it was refused. */
export interface LinkEntry {
  reason: string;
  from: string;
  message: string;
  errors: FormErrors;
}

export const blankLinkEntry: LinkEntry = { reason: '', from: '', message: '', errors: {} };

type LinkFormProps = {
  action: string;
  commandId: string;
  /** the link's, as it is shown; 0: there is none */
  version: number;
  verbs: readonly LinkVerb[];
  entry: LinkEntry;
};

function RequestFields({ entry: { from, message, errors } }: { entry: LinkEntry }) {
  return (
    <Fields>
      <Field
        name="from"
        label="First day"
        type="date"
        optional
        hint="Left empty, the link begins on the day on which they accept."
        value={from}
        error={errors.from}
        autofocus={firstBad(errors, 'from')}
      />
      <Field
        name="message"
        label="Message"
        optional
        hint="They read it with the request."
        maxlength={300}
        value={message}
        error={errors.message}
        autofocus={firstBad(errors, 'message')}
      />
    </Fields>
  );
}

function ReasonField({ verbs, entry: { reason, errors } }: Pick<LinkFormProps, 'verbs' | 'entry'>) {
  const needs = verbs.some((verb) => verb === 'suspend' || verb === 'end');
  return (
    <Field
      name="reason"
      label="Reason"
      optional={!needs}
      hint="Both sides can read it."
      maxlength={300}
      value={reason}
      error={errors.reason}
      autofocus={firstBad(errors, 'reason')}
    />
  );
}

/** The steps that are open to this side now, as one form: the button says which is taken. */
export function LinkForm({ action, commandId, version, verbs, entry }: LinkFormProps) {
  if (verbs.length === 0) return null;
  const explained = verbs.flatMap((verb) => means[verb] ?? []);
  return (
    <Form action={action} commandId={commandId} errors={entry.errors} refused="Not done.">
      <input type="hidden" name="version" value={version} />
      {verbs.includes('request') ? <RequestFields entry={entry} /> : null}
      {verbs.includes('request') || verbs.includes('withdraw') ? null : (
        <ReasonField verbs={verbs} entry={entry} />
      )}
      {explained.length === 0 ? null : <p class="small mute">{explained.join(' ')}</p>}
      <Actions>
        {verbs.map((verb) => (
          <Button name="verb" value={verb} look={looks[verb]}>
            {words[verb]}
          </Button>
        ))}
      </Actions>
    </Form>
  );
}
