/** What is open in a pile and cannot be vetted by somebody now. */
export interface Remaining {
  /** the facility is asked */
  queried: number;
  /** by an investigation */
  held: number;
  /** somebody else has them */
  others: number;
  /** not taken in yet */
  unreceived: number;
}

const said = (count: number, words: string): string[] => (count === 0 ? [] : [`${count} ${words}`]);

/** Why nothing is left to vet, in words: what is open all the same, and why. */
export function remainingWords({ queried, held, others, unreceived }: Remaining): string {
  const rest = [
    ...said(queried, queried === 1 ? 'waits for an answer' : 'wait for an answer'),
    ...said(others, others === 1 ? 'is with somebody else' : 'are with somebody else'),
    ...said(held, held === 1 ? 'is held by an investigation' : 'are held by an investigation'),
    ...said(unreceived, unreceived === 1 ? 'is not received yet' : 'are not received yet'),
  ];
  const what = rest.length === 0 ? '' : ` Of what is open, ${rest.join(', ')}.`;
  return `Nothing is left to vet in this pile.${what}`;
}
