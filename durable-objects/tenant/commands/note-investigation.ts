import { note } from '../../../schema/domain/investigations/steps.ts';
import type { TenantHandler } from '../handler.ts';
import { investigationWants, stepInvestigation } from '../investigating/on-investigation.ts';

/** Somebody writes down what they found. */
export const noteInvestigation: TenantHandler<'NoteInvestigation'> = {
  wants: (memory, { investigation }) => investigationWants(memory, investigation, { text: true }),
  decide: ({ investigation, text }, context) =>
    stepInvestigation(
      investigation,
      (before, decider) => note(before, text, decider),
      () => ({ words: { text } }),
      context,
    ),
};
