import { expect, test } from 'vitest';
import { deviceName } from '../../../worker/portals/me/device-name.ts';

test.each([
  [
    'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/147.0 Mobile Safari/537.36',
    'Chrome on Android',
  ],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1', 'Safari on iPhone'],
  ['Mozilla/5.0 (Windows NT 10.0) Chrome/147.0 Safari/537.36 Edg/147.0', 'Edge on Windows'],
  ['Firefox', 'Firefox'],
  ['something (Linux)', 'A browser on Linux'],
  ['', 'Another device'],
])('%s is %s', (agent, name) => expect(deviceName(agent)).toBe(name));
