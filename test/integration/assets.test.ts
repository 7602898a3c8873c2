import { exports } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import { assetCspHash, assetText, assetUrl } from '../../worker/assets.ts';

const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  exports.default.fetch(new Request(`https://vetra.test${path}`, { method, headers }));

describe('what browsers load', () => {
  test('has its contents in its name and is kept for ever', async () => {
    const response = await ask(assetUrl('index.js'), { 'accept-encoding': 'br' });
    expect(assetUrl('index.js')).toMatch(/^\/assets\/index-[0-9a-f]{10}\.js$/);
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  });

  test('is sent compressed as it was built', async () => {
    const response = await ask(assetUrl('index.css'), { 'accept-encoding': 'gzip, deflate, br, zstd' });
    expect(response.headers.get('content-encoding')).toBe('br');
  });

  test.each([{}, { 'accept-encoding': 'identity' }, { 'accept-encoding': 'br;q=0' }])(
    'is sent plain to those who ask with %o',
    async (headers: Record<string, string>) => {
      const response = await ask(assetUrl('index.css'), headers);
      expect(response.headers.get('content-encoding')).toBeNull();
      expect(await response.text()).toBe(assetText('index.css'));
    },
  );

  test('answers what it would send without sending it', async () => {
    const response = await ask(assetUrl('index.css'), { 'accept-encoding': 'br' }, 'HEAD');
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('');
  });

  test('has a hash for a policy that lets it stand in a page', async () => {
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(assetText('index.css')));
    const base64 = btoa(String.fromCharCode(...new Uint8Array(digest)));
    expect(assetCspHash('index.css')).toBe(`'sha256-${base64}'`);
  });

  test('is not there under another name', async () => {
    expect((await ask('/assets/index-0000000000.js')).status).toBe(404);
    expect(() => assetUrl('none.js')).toThrow('views/assets has no none.js');
  });
});
