import { exports } from 'cloudflare:workers';
import { expect, test } from 'vitest';

test('an installation with nobody in it is healthy and empty', async () => {
  const response = await exports.default.fetch('http://vetra.test/health');
  expect(await response.json()).toEqual({ ok: true, version: 'test', empty: true });
});
