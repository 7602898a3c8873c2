import { expect, test } from 'vitest';
import { Company } from '../../../worker/middleware/company.ts';

const company = () => new Company({ alone: 64, beside: 8, together: 16 });

test('whoever is alone has everything, from the first moment on', () => {
  const here = company();
  expect(here.places('burst', 2_000, 0)).toBe(64);
  here.come('burst', 1)(1);
  expect(here.places('burst', 2_000, 2)).toBe(64);
});

test('whoever wants little has it, whoever else is here', () => {
  const here = company();
  here.come('person', 0)(0);
  here.places('burst', 2_000, 0);
  expect(here.places('calm', 8, 1)).toBe(8);
});

test('a burst has little as soon as somebody else comes', () => {
  const here = company();
  here.places('burst', 2_000, 0);
  here.come('person', 10)(10);
  expect(here.places('burst', 1_900, 10)).toBe(8);
});

test('it grows back step by step once the others are quiet', () => {
  const here = company();
  here.come('person', 0)(0);
  const placesAt = (now: number) => here.places('burst', 2_000, now);
  expect([0, 999, 1_000, 1_999, 2_000, 3_000, 60_000].map(placesAt)).toEqual([8, 8, 16, 16, 32, 64, 64]);
  here.come('person', 60_001)(60_001);
  expect(placesAt(60_001)).toBe(8);
});

test('two bursts at once share what one would have, and are no company that holds the other back', () => {
  const here = company();
  here.come('one', 0)(0);
  here.come('other', 1)(1);
  here.places('one', 500, 2);
  expect(here.places('other', 500, 3)).toBe(32);
  expect(here.places('one', 500, 4)).toBe(32);
  here.come('one', 5)(5);
  here.come('other', 6)(6);
  expect(here.places('one', 500, 7)).toBe(32);
  here.come('person', 8)(8);
  expect([here.places('one', 500, 9), here.places('other', 500, 9)]).toEqual([8, 8]);
});

test('however many burst, others stand behind no more of them than of two', () => {
  const here = company();
  const bursts = Array.from({ length: 4 }, (_, nth) => `burst ${nth}`);
  for (const each of bursts) here.places(each, 100, 0);
  here.come('person', 1)(1);
  expect(bursts.map((each) => here.places(each, 100, 2))).toEqual([4, 4, 4, 4]);
});

test('more bursts than there are places have one each', () => {
  const here = company();
  const bursts = Array.from({ length: 20 }, (_, nth) => `burst ${nth}`);
  for (const each of bursts) here.places(each, 100, 0);
  here.come('person', 1)(1);
  expect(bursts.map((each) => here.places(each, 100, 2))).toEqual(bursts.map(() => 1));
});

test('the end of one burst does not hold back another, and leaves it everything', () => {
  const here = company();
  here.places('ending', 500, 0);
  here.places('burst', 500, 0);
  expect(here.places('ending', 3, 500)).toBe(32);
  here.come('ending', 500)(500);
  expect(here.places('burst', 400, 500)).toBe(32);
  expect(here.places('burst', 300, 1_001)).toBe(64);
});

test('who burst and wants little now is company like everybody else, after a while', () => {
  const here = company();
  here.places('burst', 500, 0);
  here.places('calmer', 500, 0);
  here.come('calmer', 1_001)(1_001);
  expect(here.places('calmer', 2, 1_002)).toBe(8);
  expect(here.places('burst', 300, 1_003)).toBe(8);
});

test('a burst whose client has left is forgotten', () => {
  const here = company();
  here.places('left', 4_000, 0);
  expect(here.places('burst', 500, 1)).toBe(32);
  expect(here.places('burst', 500, 1_002)).toBe(64);
});

test('when a caller turns into a burst, those who were here before are still here', () => {
  const here = company();
  here.come('person', 0)(0);
  here.come('burst', 100)(100);
  expect(here.places('burst', 500, 101)).toBe(8);
  expect(here.places('burst', 500, 1_000)).toBe(16);
});

test('a program that always has some under way and one that does the same leave each other alone', () => {
  const here = company();
  for (let now = 0; now < 5_000; now += 10) {
    for (const each of ['one', 'other']) {
      if (now > 50) expect(here.places(each, 16, now)).toBe(32);
      else here.places(each, 16, now);
      here.come(each, now)(now);
    }
  }
});

test('who waits for an answer is here all the while, and a client that leaves without a word for a while', () => {
  const here = company();
  const leave = here.come('person', 0);
  here.come('left', 1);
  expect(here.places('burst', 500, 5_000)).toBe(8);
  leave(5_000);
  expect(here.places('burst', 500, 9_000)).toBe(8);
  expect(here.places('burst', 500, 10_002)).toBe(64);
});

test('what a caller has under way from before it burst holds nobody back', () => {
  const here = company();
  const leave = here.come('one', 0);
  here.places('one', 500, 1);
  here.places('other', 500, 2);
  leave(3);
  expect(here.places('other', 500, 4)).toBe(32);
});
