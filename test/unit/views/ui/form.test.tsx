import { describe, expect, test } from 'vitest';
import { Combobox } from '../../../../views/ui/combobox.tsx';
import { Field, fieldId } from '../../../../views/ui/field.tsx';
import { Form, firstBad } from '../../../../views/ui/form.tsx';
import { RadioGroup } from '../../../../views/ui/radio-group.tsx';
import { Select } from '../../../../views/ui/select.tsx';
import { Textarea } from '../../../../views/ui/textarea.tsx';
import { markupOf } from './markup.ts';

const errors = { '': 'Somebody was quicker.', 'lines.0.amount': 'Say how much.', reason: 'Choose a reason.' };

describe('a form', () => {
  test('posts once, with a name for the command, and lets the server judge', () => {
    const html = markupOf(
      <Form action="/decisions" commandId="abc">
        <p>Fields</p>
      </Form>,
    );
    expect(html).toMatch(/<form[^>]* action="\/decisions"/);
    expect(html).toMatch(/<form[^>]* method="post"/);
    expect(html).toMatch(/<form[^>]* novalidate/i);
    expect(html).toMatch(/<form[^>]* hx-sync="this:drop"/);
    expect(html).toContain('<input type="hidden" name="command_id" value="abc"/>');
  });

  test('lists every refused field at once, each with a way to it', () => {
    const html = markupOf(
      <Form action="/x" errors={errors}>
        <p>Fields</p>
      </Form>,
    );
    expect(html).toContain('role="alert"');
    expect(html).toContain('<li>Somebody was quicker.</li>');
    expect(html).toContain('<a href="#f-lines-0-amount">Say how much.</a>');
    expect(html).not.toContain('command_id');
  });

  test('says nothing where nothing is refused', () => {
    expect(
      markupOf(
        <Form action="/x" errors={{}}>
          x
        </Form>,
      ),
    ).not.toContain('alert');
  });

  test('gives the focus to the first refused field', () => {
    expect(['', 'lines.0.amount', 'reason'].map((name) => firstBad(errors, name))).toEqual([
      false,
      true,
      false,
    ]);
    expect(firstBad(undefined, 'reason')).toBe(false);
  });
});

describe('a field', () => {
  test('is tied to its label, hint and error', () => {
    const html = markupOf(
      <Field name="lines.0.amount" label="Amount" hint="In naira" error="Say how much." autofocus />,
    );
    expect(html).toContain('<label for="f-lines-0-amount">Amount</label>');
    expect(html).toMatch(/<input[^>]* aria-describedby="f-lines-0-amount-hint f-lines-0-amount-error"/);
    expect(html).toMatch(/<input[^>]* aria-invalid="true"/);
    expect(html).toMatch(/<input[^>]* autofocus/);
    expect(html).toContain('<span class="error" id="f-lines-0-amount-error">Say how much.</span>');
  });

  test('a good one claims neither', () => {
    const html = markupOf(<Field name="note" label="Note" autofocus={false} />);
    expect(html).not.toMatch(/aria-|autofocus/);
  });

  test('an amount asks a phone for its number keys', () => {
    expect(markupOf(<Field name="a" label="A" amount />)).toMatch(
      /<input[^>]* class="amount" inputmode="decimal"/i,
    );
  });

  test('attributes with a hyphen reach the input', () => {
    expect(markupOf(<Field name="a" label="A" data-price="" hx-get="/price" />)).toMatch(
      /data-price[^>]* hx-get="\/price"/,
    );
  });

  test('ids hold what a selector can name', () => {
    expect(fieldId('lines[2].service code')).toBe('f-lines-2-service-code');
  });
});

test('a select marks its value, in groups too', () => {
  const html = markupOf(
    <Select
      name="r"
      label="R"
      value="2"
      options={[
        { group: 'G', options: [{ value: '2', label: 'Two' }] },
        { value: '3', label: 'Three' },
      ]}
    />,
  );
  expect(html).toMatch(/<option selected value="2">|<option value="2" selected>/);
  expect(html).not.toMatch(/value="3" selected|selected value="3"/);
});

test('what was typed comes back as text', () => {
  expect(markupOf(<Textarea name="t" label="T" value={'</textarea><b>'} />)).toContain(
    '&lt;/textarea>&lt;b>',
  );
});

test('a group of choices marks one, and its error belongs to the group', () => {
  const html = markupOf(
    <RadioGroup
      name="o"
      label="Outcome"
      value="b"
      error="Choose."
      choices={[
        { value: 'a', label: 'A' },
        { value: 'b', label: 'B', keys: 'b' },
      ]}
    />,
  );
  expect(html).toMatch(/<fieldset id="f-o" aria-describedby="f-o-error"/);
  expect(html.match(/checked/g)).toHaveLength(1);
  expect(html).toMatch(/value="b" checked|checked[^>]*value="b"/);
});

test('a combobox without script is a field, a search button and buttons to pick with', () => {
  const html = markupOf(
    <Combobox name="dx" label="Diagnosis" search="/s" found={[{ value: 'I10', label: 'Hypertension' }]} />,
  );
  expect(html).toMatch(/<button[^>]* name="search"[^>]* value="dx"/);
  expect(html).toMatch(/<button[^>]* name="pick"[^>]* value="dx=I10"/);
  expect(html).toMatch(/<input[^>]* role="combobox"/);
});
