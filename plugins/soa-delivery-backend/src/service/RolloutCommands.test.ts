import { ConflictError } from '@backstage/errors';
import { approvalOf, rolloutIn } from '../decide/__testUtils__/deciding';
import type { RolloutChange, RolloutRecord, RolloutStore } from '../store';
import { viewerOf } from './__testUtils__/viewerOf';
import { RolloutCommands } from './RolloutCommands';

const NOW = '2026-11-20T12:00:00.000Z';
const groups = ['group:default/team-shop'];
const mia = viewerOf('user:default/mia', { groups }).viewer;

/** A store of one rollout, and what others make of it between a look and a write. */
function commandsOn(rollout: RolloutRecord, ...meanwhile: RolloutRecord[]) {
  const states = [rollout, ...meanwhile];
  let looks = 0;
  const changes: RolloutChange[] = [];
  const store: Pick<RolloutStore, 'get' | 'change'> = {
    get: async () => {
      looks += 1;
      return states[Math.min(looks, states.length) - 1];
    },
    change: async (of, change) => {
      if (of !== states.at(-1)) {
        throw new ConflictError('changed meanwhile');
      }
      changes.push(change);
    },
  };
  const commands = new RolloutCommands({
    store: store as RolloutStore,
    now: () => new Date(NOW),
  });
  return { commands, changes };
}

const running = (change: Parameters<typeof rolloutIn>[1] = {}) =>
  rolloutIn({ 'prod-use1': {} }, change);

const asking = (change: Parameters<typeof approvalOf>[0] = {}) =>
  running({ approvals: [approvalOf({ state: 'open', ...change })] });

const APPROVE = { approvalId: 'approval-1', decision: 'approved' as const };

describe('RolloutCommands', () => {
  it.each([
    ['running', 'pause', { state: 'paused' }, ['paused']],
    ['paused', 'resume', { state: 'running' }, ['resumed']],
    [
      'running',
      'cancel',
      {
        state: 'canceling',
        failure: 'Canceled by mia: Too slow',
      },
      ['cancel-requested'],
    ],
    [
      'paused',
      'cancel',
      {
        state: 'canceling',
        failure: 'Canceled by mia: Too slow',
      },
      ['cancel-requested'],
    ],
  ] as const)(
    'of one that is %s: %s',
    async (state, action, fields, events) => {
      const rollout = running({ state });
      const { commands, changes } = commandsOn(rollout);
      await commands.steer(rollout, action, {
        viewer: await mia,
        comment: 'Too slow.',
      });
      expect(changes).toEqual([
        {
          rollout: fields,
          events: events.map(kind => ({
            kind,
            actor: 'user:default/mia',
            comment: 'Too slow.',
          })),
        },
      ]);
    },
  );

  const APPLIED = { state: 'applied', isNew: false } as const;

  it.each([['running'], ['paused']] as const)(
    'stops one that is %s before it is rolled back',
    async state => {
      const rollout = rolloutIn(
        { 'prod-use1': APPLIED, 'prod-euw1': { state: 'planning' } },
        { state },
      );
      const { commands, changes } = commandsOn(rollout);
      await commands.steer(rollout, 'rollback', { viewer: await mia });
      expect(changes[0].rollout).toEqual({
        state: 'running',
        undo: 'all',
        failure: 'Rolled back by mia',
      });
      expect(changes[0].targets!.size).toBe(0);
      expect(changes[0].events).toMatchObject([{ kind: 'rollback-requested' }]);
    },
  );

  it('begins at once to roll back one that has ended', async () => {
    const rollout = rolloutIn(
      { 'prod-use1': APPLIED },
      { state: 'applied', endedAt: NOW, message: 'All.' },
    );
    const { commands, changes } = commandsOn(rollout);
    await commands.steer(rollout, 'rollback', { viewer: await mia });
    expect(changes[0].rollout).toEqual({
      state: 'rolling-back',
      undo: 'all',
      failure: 'Rolled back by mia',
      endedAt: undefined,
      message: undefined,
    });
    expect(changes[0].targets!.get(0)).toMatchObject({
      phase: 'roll-back',
      state: 'waiting',
    });
    expect(changes[0].events!.map(({ kind }) => kind)).toEqual([
      'rollback-requested',
      'rollback-begun',
    ]);
  });

  it.each([
    ['paused', 'pause', 'The rollout is paused, and cannot be paused now'],
    ['running', 'resume', 'The rollout is running, and cannot be resumed now'],
    ['canceling', 'cancel', /is canceling, and cannot be canceled now/],
    ['applied', 'cancel', /is applied, and cannot be canceled now/],
    ['rolling-back', 'pause', /is rolling-back, and cannot be paused now/],
    ['rolled-back', 'rollback', /cannot be rolled back now/],
    // There is nothing that could be.
    ['failed', 'rollback', /cannot be rolled back now/],
  ] as const)(
    'of one that is %s does not %s',
    async (state, action, message) => {
      const rollout = running({ state });
      const { commands, changes } = commandsOn(rollout);
      await expect(
        commands.steer(rollout, action, { viewer: await mia }),
      ).rejects.toThrow(message);
      expect(changes).toEqual([]);
    },
  );

  it('lets one that stops do so', async () => {
    const rollout = running({ failure: 'prod: 1 of 1 placements failed' });
    const { commands } = commandsOn(rollout);
    await expect(
      commands.steer(rollout, 'pause', { viewer: await mia }),
    ).rejects.toThrow(
      'The rollout is running and stopping, and cannot be paused now',
    );
  });

  it('is for whoever may apply', async () => {
    const { viewer } = viewerOf('user:default/mia', {
      denied: ['soa.workspace.apply'],
    });
    const { commands, changes } = commandsOn(running());
    await expect(
      commands.steer(running(), 'pause', { viewer: await viewer }),
    ).rejects.toThrow(/ask for the permission soa\.workspace\.apply/);
    expect(changes).toEqual([]);
  });

  it('keeps a decision, and who made it', async () => {
    const rollout = asking();
    const { commands, changes } = commandsOn(rollout);
    await commands.decide(rollout, { ...APPROVE, comment: 'Good' }, await mia);
    expect([...changes[0].approvals!]).toEqual([
      [
        'approval-1',
        {
          state: 'approved',
          decidedBy: 'user:default/mia',
          decidedAt: NOW,
          comment: 'Good',
        },
      ],
    ]);
    expect(changes[0].events).toEqual([
      {
        kind: 'stage-approved',
        actor: 'user:default/mia',
        environment: 'prod',
        comment: 'Good',
      },
    ]);
  });

  it('says of which placement data is lost', async () => {
    const rollout = asking({ kind: 'destroy', position: 0 });
    const { commands, changes } = commandsOn(rollout);
    const decision = {
      ...APPROVE,
      decision: 'rejected' as const,
      comment: 'No',
    };
    await commands.decide(rollout, decision, await mia);
    expect(changes[0].events).toMatchObject([
      { kind: 'destroy-rejected', placement: 'prod-use1' },
    ]);
  });

  it.each([
    [{ state: 'pending' as const }, 'There is nothing to decide on now'],
    [
      { state: 'rejected' as const, decidedBy: 'user:default/otto' },
      'It has been rejected by otto',
    ],
  ])('decides nothing of %j', async (change, message) => {
    const { commands } = commandsOn(asking(change));
    await expect(
      commands.decide(asking(change), APPROVE, await mia),
    ).rejects.toThrow(message);
  });

  it('decides nothing once the rollout has ended', async () => {
    const ended = { ...asking(), endedAt: NOW };
    const { commands } = commandsOn(ended);
    await expect(commands.decide(ended, APPROVE, await mia)).rejects.toThrow(
      'There is nothing to decide on now',
    );
  });

  it('looks again where somebody else was faster', async () => {
    const decided = asking({
      state: 'rejected',
      decidedBy: 'user:default/otto',
    });
    const { commands } = commandsOn(asking(), decided);
    await expect(commands.decide(asking(), APPROVE, await mia)).rejects.toThrow(
      'It has been rejected by otto',
    );
    const paused = running();
    const busy = commandsOn(running(), running(), paused);
    await busy.commands.steer(paused, 'pause', { viewer: await mia });
    expect(busy.changes).toHaveLength(1);
  });
});
