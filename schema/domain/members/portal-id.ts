/** Whose portal it is: the insurer that covers them, and who they are there. */
export interface CoveredBy {
  tenantId: string;
  enrolleeId: string;
}

/** A covered person as an organisation of their own: its id, in sessions and for their actor. */
export const portalIdOf = ({ tenantId, enrolleeId }: CoveredBy): string => `${tenantId}.${enrolleeId}`;

/** Who it is; null where the text is no such id. */
export function enrolleeOf(portalId: string): CoveredBy | null {
  const [tenantId = '', enrolleeId = '', ...more] = portalId.split('.');
  return tenantId !== '' && enrolleeId !== '' && more.length === 0 ? { tenantId, enrolleeId } : null;
}
