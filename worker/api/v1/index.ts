import { Hono } from 'hono';
import { patterns } from '../../../views/paths.ts';
import type { AppEnv } from '../../env.ts';
import { publicDoor } from '../../middleware/guard.ts';
import { streamsFiles, takesFile } from '../../middleware/request-limits.ts';
import { door } from '../door.ts';
import { inTurn, ownOriginOnly, smallBodies, withKey } from '../entry.ts';
import { onApiFault } from '../faults.ts';
import { openapiText } from '../openapi/document.ts';
import { problem } from '../problems.ts';
import { operations } from './routes.ts';

/** An address as the router below `/v1` knows it. */
const below = (path: string) => path.slice(patterns.api.root.length);

/** The public API, to be mounted at `/v1`. */
export const api = new Hono<AppEnv>();
api.onError(onApiFault);

api.get(below(patterns.openapi), publicDoor, (c) =>
  c.body(openapiText(), 200, { 'content-type': 'application/json', 'cache-control': 'public, max-age=300' }),
);

for (const { path, takes } of operations) {
  if (takes === 'csv') api.use(below(path), takesFile);
  if (takes === 'file') api.use(below(path), streamsFiles);
}
api.use(ownOriginOnly, inTurn, withKey, smallBodies);
for (const operation of operations)
  api.on(operation.method, below(operation.path), door(operation.scopes), operation.serve);

for (const [path, allowed] of Map.groupBy(operations, (operation) => below(operation.path))) {
  const allow = allowed.map((operation) => operation.method).join(', ');
  api.all(path, publicDoor, (c) =>
    problem(c, { code: 'method-not-allowed', detail: `This address takes ${allow}.`, headers: { allow } }),
  );
}
api.all('*', publicDoor, (c) =>
  problem(c, {
    code: 'not-found',
    detail: 'There is nothing at this address; the reference lists what there is.',
  }),
);
