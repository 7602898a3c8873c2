/** The spans of time that the dashboard counts claims of. */
export const periods = ['today', 'week', 'month'] as const;
export type Period = (typeof periods)[number];

/** How each is said after what happened in it: *received this week*. */
export const periodWords: Readonly<Record<Period, string>> = {
  today: 'today',
  week: 'this week',
  month: 'this month',
};
