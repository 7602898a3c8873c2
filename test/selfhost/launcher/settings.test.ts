import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { attachmentPort, readSettings } from '../../../selfhost/settings.ts';

const directory = mkdtempSync(join(tmpdir(), 'vetra-settings-'));
const file = join(directory, 'a.pem');
writeFileSync(file, '');
afterAll(() => rmSync(directory, { recursive: true }));

const faultsOf = (env: Record<string, string>) => {
  const result = readSettings(env);
  return result.ok ? [] : result.faults;
};

describe('settings', () => {
  test('without any, everything is on this machine alone and has the demo', () => {
    expect(readSettings({ PATH: '/bin' })).toEqual({
      ok: true,
      settings: {
        HOST: '127.0.0.1',
        PORT: 8787,
        DATA_DIR: resolve('.data'),
        VETRA_DEMO: true,
        VETRA_BEHIND_PROXY: false,
        VETRA_LIBSQL_PORT: 0,
        VETRA_ALLOW_NETWORKS: [],
        keyFile: resolve('.data/keys.json'),
      },
    });
  });

  test.each([
    [{ HOST: '0.0.0.0', VETRA_BEHIND_PROXY: '1' }, false],
    [{ HOST: '0.0.0.0', TLS_CERT: file, TLS_KEY: file }, false],
    [{ VETRA_BEHIND_PROXY: '1' }, false],
    [{ VETRA_ORIGIN: 'https://app.example' }, false],
    [{ VETRA_ORIGIN: 'https://app.example', VETRA_DEMO: '1' }, true],
    [{ VETRA_DEMO: '0' }, false],
    [{ HOST: 'localhost' }, true],
  ])('%o: where others come in there is a demo if it is asked for only', (env, demo) => {
    const result = readSettings(env);
    expect(result.ok && result.settings.VETRA_DEMO).toBe(demo);
  });

  test('an empty one counts as absent, as compose files write them', () => {
    expect(faultsOf({ PORT: '', VETRA_DEMO: '', TLS_CERT: '' })).toEqual([]);
  });

  test.each([
    [{ PORT: 'http' }, 'PORT must be a number from 0 to 65535; it is "http".'],
    [{ PORT: '70000' }, 'PORT must be a number from 0 to 65535; it is "70000".'],
    [{ VETRA_DEMO: 'no' }, 'VETRA_DEMO must be 0 or 1; it is "no".'],
    [{ VETRA_ORIGIN: 'app.example' }, 'VETRA_ORIGIN must be an address without a path'],
    [{ VETRA_ORIGIN: 'https://app.example/' }, 'or a slash at its end, like https://app.example; it is'],
    [
      { VETRA_ALLOW_NETWORKS: 'intranet' },
      'VETRA_ALLOW_NETWORKS must be a list of networks like 10.1.0.0/16',
    ],
    [
      { TLS_CERT: '/nowhere.pem', TLS_KEY: file },
      'TLS_CERT names a file that does not exist; it is "/nowhere.pem".',
    ],
    [{ VETRA_ATTACHMENT_ORIGIN: 'files' }, 'VETRA_ATTACHMENT_ORIGIN must be an address without a path'],
    [{ VETRA_ATTACHMENT_ORIGIN: 'http://127.0.0.1:8787' }, 'VETRA_ATTACHMENT_ORIGIN has to be another host'],
    [{ HOST: '::1', VETRA_ATTACHMENT_ORIGIN: 'http://[::1]:8787' }, 'another host name or port'],
    [
      {
        VETRA_ORIGIN: 'https://a.example',
        VETRA_BEHIND_PROXY: '1',
        VETRA_ATTACHMENT_ORIGIN: 'https://a.example',
      },
      'another host name or port',
    ],
    [{ VETRA_ATTACHMENT_ORIGIN: 'https://files.example' }, 'has to begin with http://'],
    [{ TLS_CERT: file }, 'TLS_CERT and TLS_KEY are only of use together'],
    [{ VETRA_DMEO: '0' }, 'VETRA_DMEO is not a setting; there are VETRA_DEMO,'],
    [{ HOST: '0.0.0.0' }, 'HOST 0.0.0.0 can be reached from other machines, and without TLS'],
  ])('%o is named', (env, sentence) => {
    const faults = faultsOf(env);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(sentence);
  });

  test('every wrong one is named at once', () => {
    expect(faultsOf({ PORT: 'x', VETRA_DEMO: 'x', VETRA_X: '1' })).toHaveLength(3);
  });

  test.each([
    [{ VETRA_ATTACHMENT_ORIGIN: 'http://127.0.0.1:8788' }, 8788],
    [{ VETRA_ATTACHMENT_ORIGIN: 'http://localhost:8787' }, null],
    [{ TLS_CERT: file, TLS_KEY: file, VETRA_ATTACHMENT_ORIGIN: 'https://files.example' }, 443],
    [{ VETRA_BEHIND_PROXY: '1', VETRA_ATTACHMENT_ORIGIN: 'https://files.example' }, null],
    [{}, null],
  ])('%o: attachments are served on a port of their own where nothing else parts them', (env, port) => {
    const result = readSettings(env);
    expect(result.ok && attachmentPort(result.settings)).toBe(port);
  });

  test('other machines may come in through TLS, or a proxy that does it', () => {
    expect(faultsOf({ HOST: '0.0.0.0', TLS_CERT: file, TLS_KEY: file })).toEqual([]);
    expect(faultsOf({ HOST: '0.0.0.0', VETRA_BEHIND_PROXY: '1' })).toEqual([]);
    expect(faultsOf({ HOST: '::1' })).toEqual([]);
  });
});
