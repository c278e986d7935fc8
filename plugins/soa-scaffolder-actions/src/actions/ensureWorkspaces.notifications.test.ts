import { HcpTerraformError } from '@backstage-soa/plugin-soa-node';
import type { ResolvedPlacement } from '@backstage-soa/plugin-soa-common';
import {
  ordersAccounts,
  ordersPlacements,
  runAction,
  workspacesAction,
  workspacesInput as input,
} from '../__testUtils__';

const URL = 'https://portal.test/api/events/http/soa';
const notifications = [
  { organization: 'acme', key: '0123456789abcdef0123456789abcdef' },
];

/** More workspaces than are made at once. */
const many = Array.from({ length: 40 }, (_, index): ResolvedPlacement => {
  const key = `cell-${index + 1}`;
  return {
    ...ordersPlacements[0],
    account: String(444455550000 + index),
    key,
    workspace: `acme/orders-${key}`,
  };
});

function set(placements: ResolvedPlacement[] = ordersPlacements) {
  const accounts = ordersAccounts();
  accounts.resolvePlacements.mockResolvedValue({ placements, problems: [] });
  const pause = jest.fn(async () => {});
  const all = workspacesAction({ accounts, notifications, pause });
  const { tfc } = all;
  /** Has HCP Terraform refuse something, so many times. */
  const refuse = (
    write: string,
    times = Infinity,
    kind: HcpTerraformError['kind'] = 'invalid',
  ) => {
    let left = times;
    tfc.before[write] = () => {
      left -= 1;
      if (left >= 0) {
        throw new HcpTerraformError(kind, `${URL} answered with 502`, 422);
      }
    };
  };
  return {
    ...all,
    pause,
    refuse,
    run: (isDryRun = false) =>
      runAction(all.action, { ...input, placements }, { isDryRun }),
    notified: () =>
      tfc.workspaces
        .filter(({ id }) => tfc.wiring.notifications[id]?.length)
        .map(({ name }) => name),
  };
}

const warnings = (log: string[]) =>
  log.filter(line => line.includes('when it next looks'));
const summary = (log: string[]) =>
  log.filter(line => line.startsWith('Without notifications: '));

describe('tfc:workspaces:ensure, of notifications', () => {
  it('asks again where the portal did not answer HCP Terraform', async () => {
    const { run, refuse, notified, pause } = set(many);
    refuse('create notification ws-1', 1);
    const { log } = await run();
    expect(notified()).toHaveLength(40);
    expect(pause).toHaveBeenCalledTimes(1);
    expect(log.join()).not.toMatch(/without|next looks/i);
  });

  it('leaves one workspace without, says which, and mends it the next time', async () => {
    const { run, refuse, notified, tfc } = set(many);
    refuse('create notification ws-1', 2);
    const { log, outputs } = await run();
    expect(notified()).toHaveLength(39);
    expect(warnings(log)).toEqual([
      `The portal learns of runs of orders-cell-1 when it next looks, and is not told of them: ${URL} answered with 502`,
    ]);
    expect(log.join('\n')).toMatch(
      /acme\/orders-cell-1: created, without notifications \(\d+ of 40\)/,
    );
    expect(log[log.length - 1]).toBe(
      'Without notifications: acme/orders-cell-1. Run the template again with the same input to have the portal told of their runs',
    );
    expect(outputs.workspaces[0].effect).toBe('create');

    tfc.writes = [];
    const again = await run();
    expect(tfc.writes).toEqual(['create notification ws-1']);
    expect(notified()).toHaveLength(40);
    expect(summary(again.log)).toEqual([]);
  });

  it.each(['invalid', 'not-found-or-not-allowed'] as const)(
    'takes it that the host is without where several are and none is not (%s)',
    async kind => {
      const { run, refuse, notified, tfc } = set(many);
      for (let id = 1; id <= 40; id += 1) {
        refuse(`create notification ws-${id}`, Infinity, kind);
      }
      const { log, outputs } = await run();
      expect(outputs.workspaces).toHaveLength(40);
      expect(notified()).toEqual([]);
      expect(warnings(log)).toHaveLength(3);
      expect(warnings(log)[2]).toContain(`does not reach ${URL}`);
      // Those that were under way at once, twice.
      expect(
        tfc.writes.filter(write => write.startsWith('create notification'))
          .length,
      ).toBeLessThanOrEqual(32);
      expect(summary(log)).toHaveLength(1);
      for (const { workspace } of many) {
        expect(summary(log)[0]).toContain(workspace);
      }
    },
  );

  it('goes on where some take it and several do not', async () => {
    const { run, refuse, notified } = set(many);
    for (const id of [1, 2, 3]) {
      refuse(`create notification ws-${id}`, 2);
    }
    const { log } = await run();
    expect(notified()).toHaveLength(37);
    expect(summary(log)).toEqual([
      expect.stringMatching(
        /: acme\/orders-cell-1, acme\/orders-cell-2, acme\/orders-cell-3\. Run/,
      ),
    ]);
  });

  it.each([
    [1, 2],
    [3, 0],
  ])(
    'takes the trouble of %i workspaces that are there as their own, or the host’s',
    async (without, written) => {
      const { run, refuse, tfc } = set();
      await run();
      const ids = ['ws-1', 'ws-2', 'ws-3'];
      for (const [index, id] of ids.entries()) {
        tfc.wiring.notifications[id][0].triggers = [];
        if (index < without) {
          refuse(`update notification nc-${id}-1`);
        }
      }
      const { log } = await run();
      expect(
        ids.filter(id => tfc.wiring.notifications[id][0].triggers.length > 0),
      ).toHaveLength(written);
      expect(warnings(log)).toHaveLength(without);
      expect(warnings(log)[0]).toContain('runs of orders-dev-use1');
      expect(log.some(line => line.includes(`does not reach ${URL}`))).toBe(
        without === 3,
      );
      expect(log.join('\n')).toMatch(
        /orders-dev-use1: nothing to change, without notifications/,
      );
    },
  );

  it('does without where they cannot be listed', async () => {
    const { run, tfc } = set(many);
    await run();
    const client = tfc.client();
    jest.spyOn(tfc, 'client').mockReturnValue({
      ...client,
      listNotifications: jest
        .fn()
        .mockRejectedValue(
          new HcpTerraformError('not-found-or-not-allowed', 'Not found', 404),
        ),
    });
    tfc.writes = [];
    const { log } = await run();
    expect(tfc.writes).toEqual([]);
    expect(warnings(log)).toHaveLength(3);
  });

  it('says in a dry run what would be, and asks nobody', async () => {
    const { run, refuse, pause } = set();
    refuse('create notification ws-1');
    const { log } = await run(true);
    expect(log[0]).toMatch(/would be created \(.*; notifications\)/);
    expect(pause).not.toHaveBeenCalled();
  });
});
