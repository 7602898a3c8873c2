import spine from '../../schema/migrations/tenant/0001-spine.sql';
import members from '../../schema/migrations/tenant/0002-members.sql';
import plans from '../../schema/migrations/tenant/0003-plans.sql';
import network from '../../schema/migrations/tenant/0004-network.sql';
import imports from '../../schema/migrations/tenant/0005-imports.sql';
import benefits from '../../schema/migrations/tenant/0006-benefits.sql';
import linkCounts from '../../schema/migrations/tenant/0007-link-counts.sql';
import contacts from '../../schema/migrations/tenant/0008-contacts.sql';
import outOfUse from '../../schema/migrations/tenant/0009-services-out-of-use.sql';
import claimFilters from '../../schema/migrations/tenant/0010-claim-filters.sql';
import risk from '../../schema/migrations/tenant/0011-risk.sql';
import queue from '../../schema/migrations/tenant/0012-queue.sql';
import piles from '../../schema/migrations/tenant/0013-piles.sql';
import limits from '../../schema/migrations/tenant/0014-limits.sql';
import attachments from '../../schema/migrations/tenant/0016-attachments.sql';
import batches from '../../schema/migrations/tenant/0017-batches.sql';
import authorizations from '../../schema/migrations/tenant/0018-authorizations.sql';
import authorizationLimits from '../../schema/migrations/tenant/0020-authorization-limits.sql';
import alerts from '../../schema/migrations/tenant/0021-alerts.sql';
import ownPortals from '../../schema/migrations/tenant/0022-own-portals.sql';
import visits from '../../schema/migrations/tenant/0023-visits.sql';
import memberNotices from '../../schema/migrations/tenant/0025-member-notices.sql';
import planMoves from '../../schema/migrations/tenant/0026-plan-moves.sql';
import reasonsOfCodes from '../../schema/migrations/tenant/0029-reasons-of-codes.sql';
import type { Migration } from '../actor/migrations.ts';

/** A tenant's tables, step by step. */
export const tenantMigrations: readonly Migration[] = [
  { number: 1, name: 'spine', sql: spine },
  { number: 2, name: 'members', sql: members },
  { number: 3, name: 'plans', sql: plans },
  { number: 4, name: 'network', sql: network },
  { number: 5, name: 'imports', sql: imports },
  { number: 6, name: 'benefits', sql: benefits },
  { number: 7, name: 'link-counts', sql: linkCounts },
  { number: 8, name: 'contacts', sql: contacts },
  { number: 9, name: 'services-out-of-use', sql: outOfUse },
  { number: 10, name: 'claim-filters', sql: claimFilters },
  { number: 11, name: 'risk', sql: risk },
  { number: 12, name: 'queue', sql: queue },
  { number: 13, name: 'piles', sql: piles },
  { number: 14, name: 'limits', sql: limits },
  { number: 16, name: 'attachments', sql: attachments },
  { number: 17, name: 'batches', sql: batches },
  { number: 18, name: 'authorizations', sql: authorizations },
  { number: 20, name: 'authorization-limits', sql: authorizationLimits },
  { number: 21, name: 'alerts', sql: alerts },
  { number: 22, name: 'own-portals', sql: ownPortals },
  { number: 23, name: 'visits', sql: visits },
  { number: 25, name: 'member-notices', sql: memberNotices },
  { number: 26, name: 'plan-moves', sql: planMoves },
  { number: 29, name: 'reasons-of-codes', sql: reasonsOfCodes },
];
