import { importKinds } from '../../../../schema/domain/imports/import.ts';
import type { StaffDesk } from '../desk.ts';

const offered: readonly string[] = importKinds;

/** The address where a file of this tariff is imported; null: this person may import none. */
export function tariffImport(desk: StaffDesk, tariff: string): string | null {
  const may = offered.includes('tariff') && desk.may('tariff.import');
  return may ? desk.to.importNew({ kind: 'tariff', tariff }) : null;
}
