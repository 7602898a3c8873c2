import { part, type Query, withQuery } from './with-query.ts';

/** Clients and enrollees: what the router knows. */
export const memberPatterns = {
  clients: '/:tenant/clients',
  newClient: '/:tenant/clients/new',
  client: '/:tenant/clients/:code',
  clientForm: '/:tenant/clients/:code/edit',
  clientCover: '/:tenant/clients/:code/cover',
  enrollees: '/:tenant/enrollees',
  newEnrollee: '/:tenant/enrollees/new',
  enrollee: '/:tenant/enrollees/:member',
  enrolleeForm: '/:tenant/enrollees/:member/edit',
  enrolleeCover: '/:tenant/enrollees/:member/cover',
  enrolleePlan: '/:tenant/enrollees/:member/plan',
  enrolleeFacility: '/:tenant/enrollees/:member/primary-facility',
  enrolleeInvitations: '/:tenant/enrollees/:member/invitations',
  /** POST: answers a principal who asked to add somebody */
  dependantAnswers: '/:tenant/enrollees/:member/asked/:request',
} as const;

/** The same, as addresses below a tenant's own. */
export const memberPaths = (root: string) => {
  const client = (code: string) => `${root}/clients/${part(code)}`;
  const enrollee = (memberId: string) => `${root}/enrollees/${part(memberId)}`;
  return {
    clients: (query?: Query) => withQuery(`${root}/clients`, query),
    newClient: () => `${root}/clients/new`,
    client: (code: string, query?: Query) => withQuery(client(code), query),
    clientForm: (code: string) => `${client(code)}/edit`,
    clientCover: (code: string) => `${client(code)}/cover`,
    enrollees: (query?: Query) => withQuery(`${root}/enrollees`, query),
    newEnrollee: (query?: Query) => withQuery(`${root}/enrollees/new`, query),
    enrollee: (memberId: string, query?: Query) => withQuery(enrollee(memberId), query),
    enrolleeForm: (memberId: string) => `${enrollee(memberId)}/edit`,
    enrolleeCover: (memberId: string) => `${enrollee(memberId)}/cover`,
    enrolleePlan: (memberId: string) => `${enrollee(memberId)}/plan`,
    dependantAnswers: (memberId: string, request: string) => `${enrollee(memberId)}/asked/${part(request)}`,
    enrolleeInvitations: (memberId: string) => `${enrollee(memberId)}/invitations`,
    enrolleeFacility: (memberId: string) => `${enrollee(memberId)}/primary-facility`,
  };
};
