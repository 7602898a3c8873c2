/** `npm start`: runs the whole product on this machine until it is told to stop. */
import { runInstance } from './run-instance.ts';
import { runMain } from './stated-fault.ts';

await runMain(() => runInstance());
