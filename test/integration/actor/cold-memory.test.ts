import { expect, test } from 'vitest';
import type { CommandOf, Envelope, TenantCommand, TenantCommands } from '../../../schema/commands.ts';
import type { Principal } from '../../../schema/domain/permissions.ts';
import { inWorld, type World } from './a-desk.ts';
import { granting, requestOf } from './a-request.ts';
import { command, done } from './a-tenant.ts';
import { requestForm } from './authorization-inputs.ts';
import { claimForm } from './claim-form.ts';

/** Does each command at an actor that has just woken and has nothing in memory: what it looks at is what it says that it wants. */
const coldly = (world: World) => {
  const send = async (envelope: Envelope<TenantCommand>) => {
    const outcome = done(await world.send(envelope, world.another()));
    return { number: '', version: 0, ...outcome };
  };
  const act = <Type extends keyof TenantCommands>(
    by: Principal,
    type: Type,
    input: CommandOf<TenantCommands, Type>['input'],
  ) => send(command(by, type, input));
  return { send, act };
};

test('a claim’s life, each step by an actor that remembers nothing', () =>
  inWorld(async (world) => {
    const { staff, facility, system } = world.people;
    const { send, act } = coldly(world);
    const laboratory = { lines: [{ service: 'LAB-MP', quantity: 2, unitPrice: 150_000 }], total: 300_000 };
    const { number } = await act(facility, 'SubmitClaim', claimForm(laboratory));
    await act(staff, 'TakeClaim', { number });
    await act(staff, 'QueryClaim', { number, version: 2, question: 'Was that all?' });
    // to another service: the prices that are usual for it are in no memory either
    const lines = [{ line: 1, service: 'CONS', quantity: 1, unitPrice: 500_000 }];
    await act(facility, 'AnswerQuery', { number, answer: 'A consultation.', lines, total: 500_000 });
    await act(staff, 'TakeClaim', { number });
    await send(await world.approval(number, { version: 5 }));
    await act(system, 'ReopenClaim', { number, version: 6, reason: 'Again.' });
    await act(staff, 'TakeClaim', { number });
    await act(staff, 'RejectClaim', { number, version: 7, reasons: ['50'], sentence: 'It was not needed.' });
    await act(facility, 'SubmitClaim', claimForm({ replaces: number }));
    expect(await world.findings()).toEqual([]);
  }));

test('a request’s life, and the claim that uses its code, likewise', () =>
  inWorld(async (world) => {
    const { staff, facility } = world.people;
    const { send, act } = coldly(world);
    const { number } = await act(facility, 'RequestAuthorization', requestForm());
    await act(staff, 'QueryAuthorization', { number, version: 1, question: 'Why now?' });
    await act(facility, 'AnswerAuthorization', { number, answer: 'It has got worse.' });
    await send(await granting(world, number, { version: 3 }));
    const authorization = (await requestOf(world, number)).code ?? '';
    const lines = requestForm().lines.map((line) => ({ ...line, authorization }));
    await act(facility, 'SubmitClaim', claimForm({ lines }));
    const denied = await act(
      facility,
      'RequestAuthorization',
      requestForm({ urgency: 'ROUTINE', diagnoses: [{ code: 'E11.9' }] }),
    );
    await act(staff, 'DecideAuthorization', {
      number: denied.number,
      version: 1,
      verdict: 'reject',
      reasons: ['50'],
      sentence: 'It is not needed.',
    });
    await act(facility, 'AppealAuthorization', { number: denied.number, text: 'It is.' });
    const { number: other } = await act(
      facility,
      'RequestAuthorization',
      requestForm({ urgency: 'EMERGENCY' }),
    );
    await act(facility, 'CancelAuthorization', { number: other });
    expect(await world.findings()).toEqual([]);
  }));
