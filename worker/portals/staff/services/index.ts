import { Hono } from 'hono';
import { patterns } from '../../../../views/paths.ts';
import type { AppEnv } from '../../../env.ts';
import { guard } from '../../../middleware/guard.ts';
import { searchDiagnosesFor, searchServicesFor } from '../search.tsx';
import { putGroup, showGroups } from './groups.tsx';
import { addService, saveService, showNewService, showService } from './service.tsx';
import { showServices } from './services.tsx';

const at = patterns.staff;

/** The catalogue of services and its groups, and the searches of the editors. */
export const staffServices = new Hono<AppEnv>();
staffServices.get(at.services, guard('service.view'), showServices);
staffServices.post(at.services, guard('service.update'), addService);
staffServices.get(at.newService, guard('service.update'), showNewService);
staffServices.get(at.serviceGroups, guard('service.view'), showGroups);
staffServices.post(at.serviceGroups, guard('service.update'), putGroup);
staffServices.get(at.service, guard('service.view'), showService);
staffServices.post(at.service, guard('service.update'), saveService);
staffServices.get(at.searchServices, guard('service.view', 'claim.create'), searchServicesFor);
staffServices.get(at.searchDiagnoses, guard('plan.view', 'service.view', 'claim.create'), searchDiagnosesFor);
