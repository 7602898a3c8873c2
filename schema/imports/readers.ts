import type { ImportKind } from '../domain/imports/import.ts';
import type { RowReader } from './reader.ts';
import { serviceReader } from './services.ts';

/** How the rows of each kind are read. */
export const readers: Readonly<Record<ImportKind, RowReader>> = {
  enrollees: serviceReader,
  services: serviceReader,
  tariff: serviceReader,
};
