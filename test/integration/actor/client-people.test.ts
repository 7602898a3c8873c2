import { expect, test } from 'vitest';
import { openStore } from '../../../durable-objects/actor/store.ts';
import { clientPeople, tellClients } from '../../../durable-objects/tenant/client-people.ts';
import { inWorld, type World } from './a-desk.ts';
import { rows } from './a-risk-world.ts';
import { command, done } from './a-tenant.ts';
import { withPortal } from './an-alert.ts';

const today = () => new Date().toISOString().slice(0, 10);
const does = async (world: World, ...sent: Parameters<typeof command>) =>
  done(await world.send(command(...sent)));

/** Somebody at the mills with an account, and as many copies of them; every third has none. */
async function aMill(world: World, copies: number): Promise<string> {
  const { system } = world.people;
  await does(world, system, 'PutClient', { code: 'MILL', name: 'Mills' });
  const outcome = await does(world, system, 'PutEnrollee', {
    clientCode: 'MILL',
    relation: 'principal',
    firstName: 'N',
    lastName: 'N',
    birthDate: '1990-05-17',
    sex: 'female',
    coverFrom: '2020-01-01',
    plan: 'FULL',
  });
  const memberId = 'memberId' in outcome ? String(outcome.memberId) : '';
  await withPortal(world, memberId);
  await world.database.client.execute({
    sql: `with recursive n(i) as (select 1 union all select i + 1 from n where i < ?)
      insert into enrollees (id, member_id, client_code, relation, first_name, last_name, birth_date, sex, cover_from, plan_code, seal_key, body)
      select 'copy-' || i, printf('TST-MILL-1%05d-P', i), client_code, relation, first_name, last_name, birth_date, sex, cover_from, plan_code, seal_key,
      iif(i % 3 = 0, json_remove(body, '$.portal'), body) from enrollees, n where member_id = ?`,
    args: [copies, memberId],
  });
  return memberId;
}

const told = (world: World) =>
  rows(
    world,
    'select what, count(*) as notices, count(distinct enrollee_id) as people from member_notices group by what',
  );
const suspends = (world: World) =>
  does(world, world.people.system, 'SetClientCover', {
    code: 'MILL',
    change: 'suspend',
    from: today(),
    reason: 'Premium not paid',
  });

test('a client’s people with an account are told of its cover, portion by portion, once each', () =>
  inWorld(async (world) => {
    await aMill(world, 450);
    await suspends(world);
    await world.desk.outbox.drain();
    expect(await told(world)).toEqual([{ what: 'suspend', notices: 301, people: 301 }]);
    const portions = (await world.journal()).filter(({ action }) => action === 'TellClientPeople');
    expect(portions).toHaveLength(3);
    expect(await world.findings()).toEqual([]);
  }));

test('what a crash cut off is told by the next instance, and nobody is told twice', () =>
  inWorld(async (world) => {
    await aMill(world, 450);
    await suspends(world);
    const seq = (await world.journal()).find(({ action }) => action === 'SetClientCover')?.seq ?? 0;
    const batch = [{ seq, to: clientPeople, news: 'suspend', subject: 'client:MILL' }];
    let portions = 0;
    const cutOff = tellClients(
      openStore(world.database.client),
      async (id, input) => {
        portions += 1;
        if (portions === 2) throw new Error('cut off');
        await world.send({
          id,
          principal: world.people.system,
          command: { type: 'TellClientPeople', input },
        });
      },
      batch,
    );
    await expect(cutOff).rejects.toThrow('cut off');
    const again = world.another();
    await again.cycle.start();
    await again.rang();
    await again.outbox.drain();
    expect(await told(world)).toEqual([{ what: 'suspend', notices: 301, people: 301 }]);
  }));

test('whose own cover has ended hears nothing, and other dates of the contract are told', () =>
  inWorld(async (world) => {
    const memberId = await aMill(world, 2);
    const { system } = world.people;
    const end = { memberId, change: 'terminate', from: today(), reason: 'Left' } as const;
    await does(world, system, 'SetEnrolleeCover', end);
    const contracts = [{ from: '2098-01-01', to: '2099-12-31' }];
    await does(world, system, 'PutClient', { code: 'MILL', name: 'Mills', contracts });
    await does(world, system, 'PutClient', { code: 'MILL', name: 'The Mills', contracts });
    await world.desk.outbox.drain();
    expect(await told(world)).toEqual([
      { what: 'contract', notices: 2, people: 2 },
      { what: 'terminate', notices: 1, people: 1 },
    ]);
  }));
