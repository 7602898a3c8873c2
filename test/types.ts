/** `npm run types`: checks every part against the platform it runs on, and ends with 1 if one does not hold. */

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { buildAssets } from '../selfhost/build/assets.ts';
import { root } from '../selfhost/build/places.ts';

/** Configuration → something of its own it needs to have at least one file to check. */
const configurations = {
  'tsconfig.json': 'selfhost',
  'tsconfig.browser.json': 'views/assets/client',
  'tsconfig.service-worker.json': 'views/assets/client/service-worker.ts',
};

await buildAssets();
const present = Object.entries(configurations).filter(([, needs]) => existsSync(root + needs));
const results = present.map(([config]) =>
  spawnSync(process.execPath, [`${root}node_modules/typescript/bin/tsc`, '-p', config], {
    cwd: root,
    stdio: 'inherit',
  }),
);
process.exitCode = results.every((result) => result.status === 0) ? 0 : 1;
