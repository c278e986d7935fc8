import { TestDatabases } from '@backstage/backend-test-utils';
import { placementOf } from '../__testUtils__/requestOf';
import { rolloutWish } from '../__testUtils__/rolloutWish';
import { RolloutCommands } from '../service/RolloutCommands';
import type { Viewer } from '../service/Viewer';
import { advancing } from './__testUtils__/advancing';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

const placements = [placementOf('us-east-1', 'use1')];
const EXCLUSIVE = { placements, exclusive: true };

const owner: Partial<Viewer> = {
  userRef: 'user:default/guest',
  mayOf: async refs =>
    new Map(refs.map(ref => [ref, { steer: true, approve: true }])),
};

const setUp = async (
  request: Parameters<typeof rolloutWish>[0] = EXCLUSIVE,
) => {
  const setting = await advancing(await databases.init('SQLITE_3'), {
    request,
  });
  const { store, now } = setting;
  const commands = new RolloutCommands({ store, now });
  const idOf = async (component: string, exclusive = true) =>
    (
      await store.insert(
        {
          ...rolloutWish({ placements, exclusive }),
          componentRef: `component:default/${component}`,
          placements: placements.map(placement => ({
            ...placement,
            workspace: `acme/${component}-prod-use1`,
          })),
        },
        'user:default/guest',
      )
    ).id;
  return {
    ...setting,
    idOf,
    steer: async (id: string, action: 'pause' | 'resume' | 'cancel') =>
      commands.steer((await store.get(id))!, action, {
        viewer: owner as Viewer,
      }),
    stateOf: async (id: string) => {
      const { state, targets } = (await store.get(id))!;
      return `${state}: ${targets.map(target => target.state)}`;
    },
  };
};

describe('an exclusive rollout', () => {
  it('begins once the one before it in its account has ended', async () => {
    const { id, idOf, tick, stateOf, turns, hcpTerraform } = await setUp();
    const second = await idOf('payments');
    await tick(2);
    expect(await stateOf(second)).toBe('running: waiting');
    expect(await turns.waitsFor({ id: second })).toMatchObject({
      ahead: 1,
      target: { kind: 'account', id: '111122223333' },
      holder: { componentRef: 'component:default/orders', id },
    });
    expect(hcpTerraform.runs).toHaveLength(1);
    await tick(20);
    expect(await stateOf(id)).toBe('applied: applied');
    expect(await stateOf(second)).toBe('applied: applied');
    expect(await turns.waitsFor({ id: second })).toBeUndefined();
  });

  it('leaves others alone that are not', async () => {
    const { idOf, tick, stateOf } = await setUp();
    const other = await idOf('payments', false);
    await tick(2);
    expect(await stateOf(other)).not.toContain('waiting');
  });

  it('leaves the queue when it is canceled', async () => {
    const { idOf, tick, steer, stateOf, turns } = await setUp();
    const second = await idOf('payments');
    const third = await idOf('shipping');
    await tick();
    expect(await turns.waitsFor({ id: third })).toMatchObject({ ahead: 2 });
    await steer(second, 'cancel');
    await tick();
    expect(await stateOf(second)).toBe('canceled: skipped');
    expect(await turns.waitsFor({ id: third })).toMatchObject({ ahead: 1 });
  });

  it('keeps nobody waiting while it is paused before its turn', async () => {
    const { id, idOf, tick, steer, stateOf } = await setUp();
    const second = await idOf('payments');
    const third = await idOf('shipping');
    await tick();
    await steer(second, 'pause');
    await tick(30);
    expect(await stateOf(id)).toBe('applied: applied');
    expect(await stateOf(third)).toBe('applied: applied');
    await steer(second, 'resume');
    await tick(20);
    expect(await stateOf(second)).toBe('applied: applied');
  });

  it('keeps its account while it is paused in the middle', async () => {
    const { id, idOf, tick, steer, stateOf } = await setUp();
    const second = await idOf('payments');
    await tick(2);
    await steer(id, 'pause');
    await tick(30);
    expect(await stateOf(second)).toBe('running: waiting');
    await steer(id, 'resume');
    await tick(30);
    expect(await stateOf(second)).toBe('applied: applied');
  });

  it('asks for no account before what was asked for earlier', async () => {
    const { id, store, tick, steer, stateOf, turns } = await setUp();
    await steer(id, 'pause');
    const destroy = await store.insert(
      rolloutWish({ ...EXCLUSIVE, operation: 'destroy' }),
      'user:default/guest',
    );
    await tick(5);
    expect(await turns.waitsFor(destroy)).toBeUndefined();
    expect(await stateOf(destroy.id)).toBe('running: waiting');
    await steer(id, 'resume');
    await tick(40);
    expect(await stateOf(id)).toBe('applied: applied');
    expect(await stateOf(destroy.id)).toBe('destroyed: destroyed');
  });
});
