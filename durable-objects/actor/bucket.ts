/** Where pieces of files lie outside of the database (R2 at the edge); what it holds is encrypted already. */
export interface Bucket {
  put(name: string, bytes: Uint8Array): Promise<void>;
  get(name: string): Promise<Uint8Array | null>;
  delete(names: string[]): Promise<void>;
}
