import type { StaffDesk } from '../desk.ts';

/** The address of the import of a tariff's file; null: this person may import none. */
export function tariffImport(desk: StaffDesk, _tariff: string): string | null {
  return desk.may('tariff.import') ? null : null;
}
