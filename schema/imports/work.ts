import type { PutService } from '../forms/put-service.ts';

/** What was read of a row of services; `absent` are the fields that the file has no column for: they stay as they are. */
export interface ServiceWork {
  kind: 'services';
  input: PutService;
  absent: (keyof PutService)[];
}

/** What was read of a row: what the actor decides on. */
export type ImportWork = ServiceWork;
