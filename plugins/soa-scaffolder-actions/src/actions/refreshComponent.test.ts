import { ordersPlacements, runAction } from '../__testUtils__';
import { ordersEntity } from '../__testUtils__/ordersRepository';
import { createRefreshComponentAction } from './refreshComponent';

const input = {
  componentRef: 'component:default/orders',
  placements: ordersPlacements,
};

function set(refreshes: Error | boolean = true) {
  let entity = ordersEntity(ordersPlacements.slice(0, 1));
  const catalog = {
    getEntityByRef: jest.fn(async () => entity),
    refreshEntity: jest.fn(async () => {
      if (refreshes instanceof Error) {
        throw refreshes;
      }
    }),
  };
  let waits = 0;
  const action = createRefreshComponentAction({
    catalog,
    pause: async () => {
      waits += 1;
      if (refreshes && waits === 2) {
        entity = ordersEntity();
      }
    },
  });
  const run = (isDryRun = false, wish: object = {}) =>
    runAction(action, { ...input, ...wish }, { isDryRun });
  return { run, catalog };
}

describe('soa:component:refresh', () => {
  it('waits until the catalog has read the placements', async () => {
    const { run, catalog } = set();
    const { log } = await run();
    expect(catalog.refreshEntity).toHaveBeenCalledWith(
      'component:default/orders',
      expect.anything(),
    );
    expect(log).toEqual([
      'Waiting until the catalog has read component:default/orders again',
      'The catalog knows where component:default/orders runs',
    ]);
  });

  it('waits all the same where it may not ask for that', async () => {
    const { run } = set(new Error('403'));
    expect((await run()).log[0]).toContain('does so by itself: 403');
  });

  it('asks for nothing that is there, and for nothing in a dry run', async () => {
    const { run, catalog } = set();
    await run(false, { placements: ordersPlacements.slice(0, 1) });
    await run(true);
    expect(catalog.refreshEntity).not.toHaveBeenCalled();
  });

  it('says what is missing after a minute', async () => {
    const { run } = set(false);
    await expect(run()).rejects.toThrow(
      /does not show yet that component:default\/orders runs in us-east-1 \(prod\), eu-west-1 \(prod\): /,
    );
  });
});
