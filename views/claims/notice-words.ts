const words: Readonly<Record<string, string>> = {
  submitted: 'was submitted',
  received: 'was received',
  queried: 'has a query to answer',
  resubmitted: 'was answered and is back',
  approved: 'was approved',
  rejected: 'was rejected',
  reopened: 'was reopened',
  settled: 'was settled',
  withdrawn: 'was withdrawn',
};

/** What a notice of this kind says of its claim. */
export const noticeWords = (kind: string): string => words[kind.toLowerCase()] ?? 'changed';
