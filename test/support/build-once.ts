import { buildAssets } from '../../selfhost/build/assets.ts';

/** `worker/assets.ts` imports what the build makes, so every test project makes it first, if it is stale. */
export default buildAssets;
