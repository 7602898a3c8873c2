/** What tests in the Workers runtime find in `cloudflare:workers`: the worker's own bindings and exports. */
declare namespace Cloudflare {
  interface Env extends VetraEnv {
    /** for trials that bind a bucket: without one, pieces of files lie in the database */
    TEST_BUCKET: R2Bucket;
  }
  interface GlobalProps {
    mainModule: typeof import('../../worker/index.ts');
  }
}
type VetraEnv = import('../../worker/env.ts').Env;
