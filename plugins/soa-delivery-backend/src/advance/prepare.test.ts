import { tagsOf } from '../__testUtils__/FakeHcpTerraform';
import { contextOf } from './__testUtils__/contextOf';
import { recordOf } from './__testUtils__/recordOf';
import { targetOf } from './__testUtils__/targetOf';
import { prepare } from './prepare';

describe('prepare', () => {
  it.each([
    ['never had a configuration', {}, 'destroy', { state: 'deleting' }],
    [
      'never had one, beforehand',
      {},
      'plan',
      { state: 'waiting', phase: 'destroy', plan: { destroy: 0 } },
    ],
    ['has resources', { resourceCount: 1 }, 'destroy', { state: 'uploading' }],
    [
      'has a state',
      { currentStateVersionId: 'sv-1' },
      'destroy',
      { state: 'uploading' },
    ],
    [
      'has had a run',
      { currentRun: { id: 'run-1', status: 'errored' } },
      'destroy',
      { state: 'uploading' },
    ],
  ] as const)('destroys what %s', async (_, has, phase, change) => {
    const target = targetOf({ phase });
    const name = 'orders-prod-use1';
    const client = {
      findWorkspace: async () => ({
        id: 'ws-1',
        name,
        autoApply: false,
        resourceCount: 0,
        tagBindings: tagsOf(name),
        ...has,
      }),
    };
    const rollout = recordOf([target], { operation: 'destroy' });
    expect(
      await prepare(target, contextOf(client as never, { rollout })),
    ).toMatchObject(change);
  });
});
