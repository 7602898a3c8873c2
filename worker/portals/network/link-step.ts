import type { z } from 'zod';
import type { Refusal } from '../../../schema/domain/refusal.ts';
import {
  type AnswerLink,
  answerLinkForm,
  type EndLink,
  endLinkForm,
  type ReinstateLink,
  type RequestLink,
  reinstateLinkForm,
  requestLinkForm,
  type SuspendLink,
  suspendLinkForm,
} from '../../../schema/forms/link.ts';
import type { FacilityProfile } from '../../../schema/tables/tenant/network.ts';
import type { LinkEntry } from '../../../views/network/link-form.tsx';
import type { FormErrors } from '../../../views/ui/form.tsx';
import type { SentForm } from '../../command.ts';
import { formErrors, refusalErrors } from '../form-errors.ts';

/** A step of a link's life as somebody sent it. */
export type LinkCommand =
  | { type: 'RequestLink'; input: RequestLink }
  | { type: 'AnswerLink'; input: AnswerLink }
  | { type: 'SuspendLink'; input: SuspendLink }
  | { type: 'ReinstateLink'; input: ReinstateLink }
  | { type: 'EndLink'; input: EndLink };

/** What was entered, to be shown again. */
export const linkEntryOf = (form: SentForm, errors: FormErrors = {}): LinkEntry => ({
  reason: form.get('reason'),
  from: form.get('from'),
  message: form.get('message'),
  errors,
});

/** What the page shows of a step that was refused: beside the fields, or above them. */
export const linkRefused = (form: SentForm, refusal: Refusal) =>
  refusal.code === 'invalid'
    ? { entry: linkEntryOf(form, refusalErrors(refusal)) }
    : { refusal: refusal.message, entry: linkEntryOf(form) };

const given = (text: string) => (text.trim() === '' ? undefined : text);

type Read = { command: LinkCommand } | { errors: FormErrors };
type Parsed<Input> = { success: true; data: Input } | { success: false; error: z.ZodError };

const made = <Input>(read: Parsed<Input>, command: (input: Input) => LinkCommand): Read =>
  read.success ? { command: command(read.data) } : { errors: formErrors(read.error) };

/** Reads the step that the pressed button names; `profile` is the facility's, as the directory has it. */
export function readLinkStep(
  form: SentForm,
  { profile, ...named }: { facilityId?: string; profile: FacilityProfile },
): Read {
  const reason = given(form.get('reason'));
  const seen = { ...named, version: Number(form.get('version')), reason };
  const answer = (accept: boolean) =>
    made(answerLinkForm.safeParse({ ...seen, accept }), (input) => ({ type: 'AnswerLink', input }));
  const asked = { from: given(form.get('from')), message: given(form.get('message')) };
  switch (form.get('verb')) {
    case 'request':
      return made(requestLinkForm.safeParse({ ...named, profile, ...asked }), (input) => ({
        type: 'RequestLink',
        input,
      }));
    case 'accept':
      return answer(true);
    case 'decline':
    case 'withdraw':
      return answer(false);
    case 'suspend':
      return made(suspendLinkForm.safeParse(seen), (input) => ({ type: 'SuspendLink', input }));
    case 'reinstate':
      return made(reinstateLinkForm.safeParse(seen), (input) => ({ type: 'ReinstateLink', input }));
    case 'end':
      return made(endLinkForm.safeParse(seen), (input) => ({ type: 'EndLink', input }));
    default:
      return { errors: { '': 'Choose what to do.' } };
  }
}
