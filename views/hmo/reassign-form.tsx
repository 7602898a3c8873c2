import { paths } from '../paths.ts';
import { Button } from '../ui/button.tsx';
import { Form, type FormErrors } from '../ui/form.tsx';
import { Select } from '../ui/select.tsx';

export type ReassignFormProps = {
  slug: string;
  number: string;
  /** who may get it: everybody who reviews claims, but whoever has it */
  people: readonly { accountId: string; name: string }[];
  /** who has it now; null: nobody */
  holder: string | null;
  giveId: string;
  freeId: string;
  back: string;
  errors: FormErrors;
};

/** A manager gives a claim to somebody else, or frees it: folded away until somebody means it. */
export function ReassignForm(props: ReassignFormProps) {
  const { slug, number, people, holder, giveId, freeId, back, errors } = props;
  const action = paths.staff(slug).reassignments(number);
  return (
    <details open={Object.keys(errors).length > 0}>
      <summary>Reassign this claim</summary>
      <div class="stack">
        <p class="hint">
          {holder === null ? (
            'Nobody has it now. Whoever gets it is told by the bell.'
          ) : (
            <>
              <bdi>{holder}</bdi> has it now; both are told by the bell, and what was begun there is not
              saved.
            </>
          )}
        </p>
        <Form action={action} commandId={giveId} errors={errors}>
          <input type="hidden" name="back" value={back} />
          <Select
            name="to"
            label="Give it to"
            empty="Choose somebody"
            options={people.map(({ accountId, name }) => ({ value: accountId, label: name }))}
            error={errors.to}
            autofocus={errors.to !== undefined}
          />
          <Button wide>Give</Button>
        </Form>
        {holder === null ? null : (
          <Form action={action} commandId={freeId}>
            <input type="hidden" name="back" value={back} />
            <input type="hidden" name="free" value="1" />
            <Button look="quiet" wide>
              Free it for all
            </Button>
          </Form>
        )}
      </div>
    </details>
  );
}
