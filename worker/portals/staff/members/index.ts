import { Hono } from 'hono';
import { patterns } from '../../../../views/paths.ts';
import type { AppEnv } from '../../../env.ts';
import { guard } from '../../../middleware/guard.ts';
import { showClient } from './client.tsx';
import { changeClientCover, showClientCover } from './client-cover.tsx';
import { addClient, changeClient, editClient, newClient } from './client-form.tsx';
import { showClients } from './clients.tsx';
import { answerDependant } from './dependant-answer.ts';
import { showEnrollee } from './enrollee.tsx';
import { changeEnrolleeCover, showEnrolleeCover } from './enrollee-cover.tsx';
import { addEnrollee, changeEnrollee, editEnrollee, newEnrollee } from './enrollee-form.tsx';
import { showEnrollees } from './enrollees.tsx';
import { inviteToPortal } from './invitation.tsx';
import { moveToPlan, showPlanMove } from './plan-move.tsx';
import { choosePrimaryFacility, showPrimaryFacility } from './primary-facility.tsx';

const at = patterns.staff;

/** Clients and enrollees, of the staff's portal. */
export const membersPages = new Hono<AppEnv>();
membersPages.get(at.clients, guard('client.view'), showClients);
membersPages.get(at.newClient, guard('client.create'), newClient);
membersPages.post(at.newClient, guard('client.create'), addClient);
membersPages.get(at.client, guard('client.view'), showClient);
membersPages.get(at.clientForm, guard('client.update'), editClient);
membersPages.post(at.clientForm, guard('client.update'), changeClient);
membersPages.get(at.clientCover, guard('client.suspend'), showClientCover);
membersPages.post(at.clientCover, guard('client.suspend'), changeClientCover);

membersPages.get(at.enrollees, guard('enrollee.view'), showEnrollees);
membersPages.get(at.newEnrollee, guard('enrollee.create'), newEnrollee);
membersPages.post(at.newEnrollee, guard('enrollee.create'), addEnrollee);
membersPages.get(at.enrollee, guard('enrollee.view'), showEnrollee);
membersPages.get(at.enrolleeForm, guard('enrollee.update'), editEnrollee);
membersPages.post(at.enrolleeForm, guard('enrollee.update'), changeEnrollee);
membersPages.get(at.enrolleeCover, guard('enrollee.suspend', 'enrollee.terminate'), showEnrolleeCover);
membersPages.post(at.enrolleeCover, guard('enrollee.suspend', 'enrollee.terminate'), changeEnrolleeCover);
membersPages.get(at.enrolleePlan, guard('enrollee.move_plan'), showPlanMove);
membersPages.post(at.enrolleePlan, guard('enrollee.move_plan'), moveToPlan);
membersPages.post(at.dependantAnswers, guard('enrollee.create'), answerDependant);
membersPages.post(at.enrolleeInvitations, guard('enrollee.update'), inviteToPortal);
membersPages.get(at.enrolleeFacility, guard('enrollee.update'), showPrimaryFacility);
membersPages.post(at.enrolleeFacility, guard('enrollee.update'), choosePrimaryFacility);
