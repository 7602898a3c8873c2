import { beginning } from '../../../schema/domain/network/link.ts';

/** One dated price of a tariff as its file has it. */
export interface FiledPrice {
  service: string;
  name: string;
  from: string;
  price: number | null;
}

/** The headings of a tariff's file: what an import of it reads. The name is for people. */
export const tariffHeadings: readonly string[] = ['service', 'name', 'from', 'price'];

const decimal = (minor: number): string => {
  const digits = String(minor).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

/** A row of a tariff's file: no first day is from the beginning, no price ends what held before. */
export const tariffCells = ({ service, name, from, price }: FiledPrice): string[] => [
  service,
  name,
  from === beginning ? '' : from,
  price === null ? '' : decimal(price),
];
