import { importKinds, importPermission } from '../../../../schema/domain/imports/import.ts';
import type { Scopes } from '../../operation.ts';

const [first, ...also] = importKinds.map((kind) => importPermission[kind]);

/** An import takes the scope of its kind; which that is, only its record says. */
export const importScopes: Scopes = { ...(first && { tenant: first }), also };
