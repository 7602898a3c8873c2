import type { ImportKind } from '../domain/imports/import.ts';
import { enrolleeReader } from './enrollees.ts';
import type { RowReader } from './reader.ts';
import { serviceReader } from './services.ts';
import { tariffReader } from './tariff.ts';

/** How the rows of each kind are read. */
export const readers: Readonly<Record<ImportKind, RowReader>> = {
  enrollees: enrolleeReader,
  services: serviceReader,
  tariff: tariffReader,
};
