/** A fault that the person who started a program can put right: its sentence is shown, without a stack. */
export class StatedFault extends Error {}

/** Runs a program's main part; a stated fault ends it with its sentence and status 1, anything else with its stack. */
export async function runMain(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    process.exitCode = 1;
    process.stderr.write(`${error instanceof StatedFault ? error.message : describe(error)}\n`);
  }
}

const describe = (error: unknown) =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
