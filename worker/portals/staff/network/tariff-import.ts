import type { StaffDesk } from '../desk.ts';

/** The address where a file of this tariff is imported; null: this person may import none. */
export function tariffImport(desk: StaffDesk, tariff: string): string | null {
  return desk.may('tariff.import') ? desk.to.importNew({ kind: 'tariff', tariff }) : null;
}
