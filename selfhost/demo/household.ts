/** The family that somebody of the demo belongs to: `palm-001` of `palm-001-s1`. */
export const householdOf = (externalId: string): string => externalId.split('-').slice(0, 2).join('-');
