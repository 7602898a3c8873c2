import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'libsql';

/** Holds a data directory for one launcher until it is released, or until its process is gone. */
export interface DataLock {
  readonly release: () => void;
}

/**
 * Takes a data directory, or returns null if another launcher holds it. The lock is SQLite's own on an otherwise empty
 * file: the system lets go of it however the process ends, so a lock is never stale, as a file with a number in it is.
 */
export async function lockDataDir(dataDir: string): Promise<DataLock | null> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const db = new Database(join(dataDir, 'launcher.lock'), { timeout: 0 });
  try {
    db.exec('begin exclusive');
  } catch (error) {
    db.close();
    if (error instanceof Error && /busy|locked/i.test(error.message)) return null;
    throw error;
  }
  return { release: () => db.close() };
}
