/** The enrollee's portal: what the router knows. */
export const mePatterns = {
  dashboard: '/me',
  card: '/me/card',
  /** says that there is no line; kept on the device */
  offline: '/me/offline',
  /** under the portal's own addresses, because a worker rules over what stands beside and below it */
  worker: '/me/service-worker.js',
} as const;

/** The same, as addresses. */
export const mePaths = {
  dashboard: () => mePatterns.dashboard,
  card: () => mePatterns.card,
  offline: () => mePatterns.offline,
  worker: () => mePatterns.worker,
};
