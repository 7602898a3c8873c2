import type { Authorization, AuthorizationState } from '../../schema/domain/authorizations/authorization.ts';
import { Badge, type Tone } from '../ui/badge.tsx';
import { DayText } from '../ui/date-text.tsx';

/** How a request stands, for the person it is about; the steps between the insurer and the facility are none of theirs. */
const states: Record<AuthorizationState, { words: string; tone: Tone; says: string }> = {
  REQUESTED: { words: 'Being looked at', tone: 'info', says: 'Your insurer is looking at it.' },
  QUERIED: { words: 'Question asked', tone: 'info', says: 'Your insurer has asked the provider about it.' },
  APPROVED: { words: 'Approved', tone: 'ok', says: 'Your insurer has approved it.' },
  PARTIALLY_APPROVED: {
    words: 'Approved in part',
    tone: 'ok',
    says: 'Your insurer has approved a part of what was asked for.',
  },
  REJECTED: { words: 'Not approved', tone: 'danger', says: 'Your insurer has not approved it.' },
  CANCELLED: { words: 'Cancelled', tone: 'neutral', says: 'It was cancelled, and can no longer be used.' },
  USED: { words: 'Used', tone: 'neutral', says: 'All that was approved has been used.' },
  EXPIRED: { words: 'Expired', tone: 'neutral', says: 'Its time is over, and it can no longer be used.' },
};

/** Whether its code can be used. */
export const isUsable = (state: AuthorizationState): boolean =>
  state === 'APPROVED' || state === 'PARTIALLY_APPROVED';

/** What it is about: the first thing that was asked for, and how many more there are. */
export function WhatWasAsked({ service, services }: { service: string; services: number }) {
  return (
    <span>
      <bdi>{service}</bdi>
      {services > 1 ? ` and ${services - 1} more` : null}
    </span>
  );
}

/** For which day it was asked; nobody plans an emergency. */
export function WhenAsked({ urgency, serviceDate }: Pick<Authorization, 'urgency' | 'serviceDate'>) {
  return (
    <>
      {urgency === 'EMERGENCY' ? 'Emergency on' : 'Planned for'} <DayText date={serviceDate} />
    </>
  );
}

/** What happened to it so far, in one sentence. */
export const requestSentence = (state: AuthorizationState): string => states[state].says;

/** A request's state as the person it is about is told. */
export function MyAuthorizationBadge({ state }: { state: AuthorizationState }) {
  const { words, tone } = states[state];
  return (
    <Badge tone={tone} shape={state === 'PARTIALLY_APPROVED' ? 'ring' : undefined}>
      {words}
    </Badge>
  );
}
