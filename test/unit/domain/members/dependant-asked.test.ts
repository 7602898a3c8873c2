import { expect, test } from 'vitest';
import {
  askedStill,
  type DependantAsked,
  withAnswer,
  withAsked,
} from '../../../../schema/domain/members/dependant-asked.ts';
import { isRefusal } from '../../../../schema/domain/refusal.ts';

const one = (id: string) => ({
  id,
  relation: 'child' as const,
  firstName: 'Ada',
  lastName: 'Eze',
  birthDate: '2020-01-01',
  sex: 'female' as const,
  askedAt: 1,
});
const ask = (asked: readonly DependantAsked[], id: string): DependantAsked[] => {
  const next = withAsked(asked, one(id));
  if (isRefusal(next)) throw new Error(next.message);
  return next;
};

test('a request waits until it is answered, once', () => {
  const asked = ask([], 'a');
  expect(askedStill(asked, 'a')).toMatchObject({ state: 'WAITING' });
  const approved = withAnswer(ask(asked, 'b'), { id: 'a', at: 2, answer: { memberId: 'MER-X-00001-C1' } });
  expect(approved).toMatchObject([
    { state: 'APPROVED', memberId: 'MER-X-00001-C1', decidedAt: 2 },
    { state: 'WAITING' },
  ]);
  expect(askedStill(approved, 'a')).toMatchObject({ code: 'wrong_state' });
  expect(askedStill(approved, 'z')).toMatchObject({ code: 'not_found' });
  const declined = withAnswer(approved, { id: 'b', at: 3, answer: { reason: 'Send the certificate.' } });
  expect(declined[1]).toMatchObject({ state: 'DECLINED', reason: 'Send the certificate.', memberId: null });
});

test('five may wait at once, and ten answered ones are remembered', () => {
  let asked: DependantAsked[] = [];
  for (let nth = 0; nth < 15; nth += 1)
    asked = withAnswer(ask(asked, `n${nth}`), { id: `n${nth}`, at: 2, answer: { reason: 'No.' } });
  asked = ask(asked, 'last');
  expect(asked.map(({ id }) => id)).toEqual([...Array.from({ length: 10 }, (_, n) => `n${n + 5}`), 'last']);
  for (const id of ['b', 'c', 'd', 'e']) asked = ask(asked, id);
  expect(withAsked(asked, one('f'))).toMatchObject({ code: 'wrong_state' });
});
