/** A count, grouped by thousands: `12345` as `12,345`. Money has `formatMoney`. */
export const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');
