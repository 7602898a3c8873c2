import { ofClaim, type Rule } from '../found.ts';

/** A dependant beyond the plan's maximum is claimed for (claims.md, Risk): those who joined last are. */
export const familySize: Rule = ({ person: { dependants } }) => {
  if (dependants === null) return [];
  const { covered, most, place } = dependants;
  if ((place ?? covered) <= most) return [];
  return [
    ofClaim(
      place === null
        ? `The family has ${covered} dependants; its plan takes ${most}.`
        : `The person is dependant ${place} of the family; its plan takes ${most}.`,
    ),
  ];
};
