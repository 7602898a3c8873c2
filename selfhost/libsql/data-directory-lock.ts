import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';

/**
 * Makes sure that one process at a time serves a data directory, and that it has the directory's key. The lock is the
 * kernel's, on an encrypted file: it goes with its process however that ends, so none is ever stale, and a number
 * that the system has given to another process cannot be mistaken for the holder. The pid beside it is for people.
 * Returns the function that gives the directory back; throws when it cannot be had.
 */
export function lockDataDirectory(dataDir: string, key: string): () => void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const pidPath = join(dataDir, 'libsql.pid');
  const options = { timeout: 0, encryptionCipher: 'aes256cbc', encryptionKey: key };
  const lock = new Database(join(dataDir, 'libsql.lock'), options);
  try {
    lock.exec(
      'pragma locking_mode = exclusive; create table if not exists held (by integer); begin exclusive',
    );
  } catch (error) {
    lock.close();
    throw explain(error, dataDir, pidPath);
  }
  writeFileSync(pidPath, `${process.pid}\n`, { mode: 0o600 });
  return () => {
    rmSync(pidPath, { force: true });
    lock.exec('rollback');
    lock.close();
  };
}

function explain(error: unknown, dataDir: string, pidPath: string): Error {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'SQLITE_NOTADB')
    return new Error(`the encryption key does not open the data directory ${dataDir}`);
  if (code !== 'SQLITE_BUSY')
    return new Error(`the data directory ${dataDir} cannot be locked`, { cause: error });
  return new Error(
    `the data directory ${dataDir} is held by another libSQL server (pid ${readPid(pidPath)})`,
  );
}

function readPid(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return 'unknown';
  }
}
