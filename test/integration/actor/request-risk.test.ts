import { expect, test } from 'vitest';
import { inWorld } from './a-desk.ts';
import { filedRequest, requestOf, rowsOf } from './a-request.ts';
import { command, done } from './a-tenant.ts';

test('a request is scored as it is filed: what is not plausible for the person is flagged, what is merely planned is not', () =>
  inWorld(async (world) => {
    const { people, send } = world;
    const service = { externalId: 'PSA', name: 'Prostate antigen', group: 'laboratory' as const };
    done(
      await send(
        command(people.system, 'PutService', { ...service, unit: 'each', active: true, sex: 'male' }),
      ),
    );
    const plain = await filedRequest(world);
    expect(await requestOf(world, plain)).toMatchObject({ risk: 0, flags: [] });
    const number = await filedRequest(world, { lines: [{ service: 'PSA', quantity: 1, unitPrice: 100 }] });
    const one = await requestOf(world, number);
    expect(one).toMatchObject({ risk: 40, flags: [{ rule: 'sex_age_mismatch', state: 'OPEN' }] });
    expect(await rowsOf(world, 'select number, rule, state from risk_events')).toEqual([
      { number, rule: 'sex_age_mismatch', state: 'OPEN' },
    ]);
    expect(await world.findings()).toEqual([]);
  }));
