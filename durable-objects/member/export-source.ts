/** What is read of a person's in one go, sealed: nothing that an actor keeps of it says anything. */
export interface ExportPortion {
  /** pieces of the archive's files, in the order of their numbers */
  pieces: { file: number; n: number; bytes: Uint8Array }[];
  /** where it goes on, and how far each file is: numbers */
  cursor: string;
  done: number;
  total: number;
  isWhole: boolean;
}

/** Reads everything held about one covered person. */
export interface ExportSource {
  /** the next portion after a cursor; null: from the beginning. Asked again with the same cursor it reads the same place */
  next(exportId: string, cursor: string | null): Promise<ExportPortion>;
}
