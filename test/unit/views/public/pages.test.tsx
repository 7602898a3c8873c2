import { expect, test } from 'vitest';
import { DemoPeople } from '../../../../views/public/demo-people.tsx';
import { ErrorMessage } from '../../../../views/public/error-message.tsx';
import { OrganisationChoice } from '../../../../views/public/organisation-choice.tsx';
import { ProductPage } from '../../../../views/public/product-page.tsx';
import { SignInForm } from '../../../../views/public/sign-in-form.tsx';
import { validHtml } from '../validate.tsx';

const amina = {
  accountId: 'a1',
  name: 'Amina Bello',
  roleName: 'Adjudicator',
  organisation: 'Meridian Health',
};
const meridian = { id: 't1', name: 'Meridian Health', roleName: 'Adjudicator' };

test('the product page leads to the sign-in page, or to the work of who is signed in', async () => {
  const outside = await validHtml(<ProductPage work={undefined} demo={false} />);
  expect(outside).toContain('href="/sign-in"');
  expect(outside).not.toContain('demo');
  const inside = await validHtml(<ProductPage work="/meridian" demo={true} />);
  expect(inside).toContain('href="/meridian"');
  expect(inside).not.toContain('href="/sign-in"');
});

test('the sign-in form goes on to where one wanted, and puts the cursor into its first empty or bad field', async () => {
  const fresh = await validHtml(<SignInForm next="/meridian/claims?state=late" />);
  expect(fresh).toContain('action="/sign-in?next=%2Fmeridian%2Fclaims%3Fstate%3Dlate"');
  expect(fresh).toMatch(/<input type="email"[^>]*autofocus/);
  const refused = await validHtml(
    <SignInForm email="ada@x.example" errors={{ password: 'Enter your password.' }} />,
  );
  expect(refused).toContain('value="ada@x.example"');
  expect(refused).toMatch(/<input type="password"[^>]*autofocus[^>]*aria-invalid="true"/);
  expect(refused).toContain('Not signed in.');
});

test('the people of the demo are buttons of one form, grouped by where they work', async () => {
  const groups = [{ heading: 'At the insurer', people: [amina] }];
  const html = await validHtml(<DemoPeople groups={groups} next="/meridian" />);
  expect(html).toContain('name="account" value="a1"');
  expect(html).toContain('name="next" value="/meridian"');
  expect(html).toContain('At the insurer');
});

test('the choice of organisations names the role in each, and says what to do without any', async () => {
  const html = await validHtml(<OrganisationChoice name="Amina" organisations={[meridian]} />);
  expect(html).toContain('name="organisation" value="t1"');
  expect(html).toContain('Adjudicator');
  const none = await validHtml(<OrganisationChoice name="Amina" organisations={[]} />);
  expect(none).toContain('You belong to no organisation');
  expect(none).toContain('action="/sign-out"');
});

test('an error says what happened and where to go, in words of its own or of its kind', async () => {
  const known = await validHtml(
    <ErrorMessage status={403} message="Your role does not allow this." work="/provider" />,
  );
  expect(known).toContain('You may not do this');
  expect(known).toContain('href="/provider"');
  const unknown = await validHtml(<ErrorMessage status={418} message="No." work={undefined} />);
  expect(unknown).toContain('Something went wrong here');
  expect(unknown).toContain('href="/"');
});
