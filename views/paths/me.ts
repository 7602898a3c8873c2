/** The enrollee's portal: what the router knows. */
export const mePatterns = {
  dashboard: '/me',
} as const;

/** The same, as addresses. */
export const mePaths = {
  dashboard: () => mePatterns.dashboard,
};
