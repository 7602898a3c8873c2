import { Field } from '../ui/field.tsx';
import { type FormErrors, firstBad } from '../ui/form.tsx';
import type { DraftView } from './draft-view.ts';

type MemberFieldsProps = {
  body: Pick<DraftView['body'], 'memberId' | 'birthDate'>;
  errors: FormErrors;
  hint?: string;
};

/** Whom a claim is for: the member id, and the birth date that it must agree with. */
export function MemberFields({ body, errors, hint }: MemberFieldsProps) {
  const bad = (name: string) => ({ error: errors[name], autofocus: firstBad(errors, name) });
  return (
    <>
      <Field
        name="memberId"
        label="Member id"
        hint={hint}
        value={body.memberId}
        maxlength={60}
        autocomplete="off"
        {...bad('memberId')}
      />
      <Field
        name="birthDate"
        label="Birth date"
        type="date"
        value={body.birthDate}
        autocomplete="off"
        {...bad('birthDate')}
      />
    </>
  );
}
