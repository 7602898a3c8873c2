/** After too many tries: how long to wait. */
export const waitWords = (wait_s: number): string =>
  `There were too many tries. Wait ${wait_s < 90 ? `${wait_s} seconds` : `${Math.ceil(wait_s / 60)} minutes`} and try again.`;
