import type { Operation } from '../operation.ts';
import { showAttachment } from './attachments/show-attachment.ts';
import { attachToClaim, uploadAttachment } from './attachments/upload.ts';
import { answerAuthorization } from './authorizations/answer-authorization.ts';
import { appealAuthorization } from './authorizations/appeal-authorization.ts';
import { cancelAuthorization } from './authorizations/cancel-authorization.ts';
import { dischargeAuthorization } from './authorizations/discharge-authorization.ts';
import { listAuthorizations } from './authorizations/list-authorizations.ts';
import { requestAuthorization } from './authorizations/request-authorization.ts';
import { showAuthorization } from './authorizations/show-authorization.ts';
import { answerQuery } from './claims/answer-query.ts';
import { listClaims } from './claims/list-claims.ts';
import { showClaim } from './claims/show-claim.ts';
import { submitClaim } from './claims/submit-claim.ts';
import { withdrawClaim } from './claims/withdraw-claim.ts';
import { putClient } from './clients/put-client.ts';
import { showClient } from './clients/show-client.ts';
import { showEligibility } from './eligibility/show-eligibility.ts';
import { changeEnrolleeCover } from './enrollees/change-cover.ts';
import { listEnrollees } from './enrollees/list-enrollees.ts';
import { moveEnrolleePlan } from './enrollees/move-plan.ts';
import { putEnrollee } from './enrollees/put-enrollee.ts';
import { showEnrollee } from './enrollees/show-enrollee.ts';
import { listEvents } from './events/list-events.ts';
import { putFacility } from './facilities/put-facility.ts';
import { showFacility } from './facilities/show-facility.ts';
import { commitImport } from './imports/commit-import.ts';
import { listImportRows, showImport } from './imports/show-import.ts';
import { importEnrollees, importServices, importTariff } from './imports/upload.ts';
import { putPlan } from './plans/put-plan.ts';
import { showPlan } from './plans/show-plan.ts';
import { putService } from './services/put-service.ts';
import { showService } from './services/show-service.ts';
import { putTariff } from './tariffs/put-tariff.ts';
import { showTariff } from './tariffs/show-tariff.ts';

/** Every operation of the API: the router, the OpenAPI document and the reference are all made from this table. */
export const operations: readonly Operation[] = [
  submitClaim,
  listClaims,
  showClaim,
  answerQuery,
  uploadAttachment,
  attachToClaim,
  showAttachment,
  withdrawClaim,
  requestAuthorization,
  listAuthorizations,
  showAuthorization,
  answerAuthorization,
  cancelAuthorization,
  dischargeAuthorization,
  appealAuthorization,
  showEligibility,
  putFacility,
  showFacility,
  putTariff,
  showTariff,
  putService,
  showService,
  putPlan,
  showPlan,
  putClient,
  showClient,
  putEnrollee,
  showEnrollee,
  listEnrollees,
  changeEnrolleeCover,
  moveEnrolleePlan,
  importEnrollees,
  importServices,
  importTariff,
  showImport,
  listImportRows,
  commitImport,
  listEvents,
];
