import { expect, test } from 'vitest';
import { missingKinds, wantedKinds } from '../../../../schema/domain/attachments/wanted.ts';
import { submit } from '../../../../schema/domain/claims/submit.ts';
import { aSubmission, clerk, someFacts } from '../claims/a-claim.ts';

const rules = {
  refuses: true,
  wanted: [
    { group: 'surgery', from: 0, kind: 'Operation note' },
    { group: 'laboratory', from: 100_000, kind: 'Laboratory report' },
    { group: '', from: 500_000, kind: 'Invoice' },
    { group: 'surgery', from: 0, kind: 'Invoice' },
  ],
};
const line = (group: string, claimed: number) => ({ group, claimed });

test('files are wanted by what the lines of a group come to together', () => {
  expect(wantedKinds([line('laboratory', 60_000)], rules)).toEqual([]);
  expect(wantedKinds([line('laboratory', 60_000), line('laboratory', 40_000)], rules)).toEqual([
    'Laboratory report',
  ]);
  expect(wantedKinds([line('surgery', 500_000)], rules)).toEqual(['Operation note', 'Invoice']);
  expect(wantedKinds([], rules)).toEqual([]);
});

test('a file answers what it is said to be', () => {
  expect(missingKinds(['Invoice', 'Operation note'], [{ kind: 'Invoice' }, { kind: null }])).toEqual([
    'Operation note',
  ]);
});

const group = someFacts().services.get('CONS')?.group ?? '';
const wanting = { wanted: [{ group, from: 0, kind: 'Referral letter' }] };

test('a claim without what is wanted is refused with reason 252', () => {
  const refused = submit(aSubmission(), clerk, someFacts({ attachmentRules: { ...wanting, refuses: true } }));
  expect(refused).toMatchObject({ errors: [{ field: 'attachments', reason: '252' }] });
});

test('or taken, where the tenant says so, and says what is missing', () => {
  const taken = submit(aSubmission(), clerk, someFacts({ attachmentRules: { ...wanting, refuses: false } }));
  expect(taken).toMatchObject({ wanted: ['Referral letter'], attachments: [] });
});

test('with it, it is taken and has it; a file that is none is an objection of its own', () => {
  const attached = {
    id: 'f1',
    name: 'letter.pdf',
    kind: 'Referral letter',
    type: 'application/pdf',
    size: 9,
    thumbnail: false,
    at: 1,
    from: 'facility',
    by: 'Chi',
  } as const;
  const facts = { attachments: [attached], attachmentRules: { ...wanting, refuses: true } };
  expect(submit(aSubmission(), clerk, someFacts(facts))).toMatchObject({
    wanted: [],
    attachments: [attached],
  });
  const fileErrors = [{ field: 'attachments.0', message: 'None.' }];
  expect(submit(aSubmission(), clerk, someFacts({ ...facts, fileErrors }))).toMatchObject({
    errors: fileErrors,
  });
});
