/** The most a file may hold (claims.md, Intake: 10 MB), in bytes. */
export const file_bytes_max = 10 * 1024 * 1024;

/** The most files a claim has (claims.md, Intake). */
export const files_max = 12;
/** The most files that an investigation has: as many as a person looks through. */
export const case_files_max = 60;

/**
 * Uploads that are under way for one claim or draft at most: those who begin many and finish none fill no disk. Twice
 * what a claim can have, so that a second try never waits for the first to expire.
 */
export const uploads_max = 24;

/** Files travel and are stored in pieces of so many bytes: on 400 kbit/s one takes five seconds, which is what an interruption costs. */
export const chunk_bytes = 256 * 1024;

/** Pieces of the largest file. */
export const chunks_max = Math.ceil(file_bytes_max / chunk_bytes);

/** The place of the small picture among a file's pieces. */
export const thumbnailChunk = -1;
/** Its size at most, in bytes, and its longer side, in pixels. */
export const thumbnail_bytes_max = 32 * 1024;
/** The longer side of a small picture at most, in pixels. */
export const thumbnail_side_max = 320;

/** An upload that was not finished is deleted after so long: a night, and the morning after. */
export const upload_ms_max = 24 * 3_600_000;
/** A file that no claim took is deleted after so long. */
export const unclaimed_ms_max = 30 * 24 * 3_600_000;

/** How many pieces a file of this size has. */
export const chunksOf = (size: number): number => Math.ceil(size / chunk_bytes);

/** How many bytes piece `n` of a file of this size has; 0: there is no such piece. */
export function chunkLength(size: number, n: number): number {
  if (!Number.isInteger(n) || n < 0) return 0;
  return Math.max(0, Math.min(chunk_bytes, size - n * chunk_bytes));
}
