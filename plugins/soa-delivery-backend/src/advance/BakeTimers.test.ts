import type { RolloutRecord, WaveRecord } from '../store';
import { recordOf } from './__testUtils__/recordOf';
import { targetOf } from './__testUtils__/targetOf';
import { BakeTimers } from './BakeTimers';

const NOW = new Date('2026-11-20T12:00:00Z');
const IN_A_MINUTE = '2026-11-20T12:01:00.000Z';

function set() {
  const timers: Array<{ milliseconds: number; act: () => Promise<void> }> = [];
  const bakeTimers = new BakeTimers((milliseconds, act) =>
    timers.push({ milliseconds, act }),
  );
  const baked = jest.fn(async () => {});
  return {
    timers,
    baked,
    bake: (wave: Partial<WaveRecord>, rollout?: Partial<RolloutRecord>) =>
      bakeTimers.set(
        recordOf([targetOf()], { waves: [{ wave: 0, ...wave }], ...rollout }),
        NOW,
        baked,
      ),
  };
}

describe('BakeTimers', () => {
  it('remember when a wave has baked, once', async () => {
    const { timers, baked, bake } = set();
    bake({ bakeUntil: IN_A_MINUTE });
    bake({ bakeUntil: IN_A_MINUTE });
    expect(timers).toHaveLength(1);
    expect(timers[0].milliseconds).toBeGreaterThan(60_000);
    expect(timers[0].milliseconds).toBeLessThan(60_100);
    await timers[0].act();
    expect(baked).toHaveBeenCalledTimes(1);
  });

  it('remember it anew where another wave bakes, or longer', async () => {
    const { timers, baked, bake } = set();
    bake({ bakeUntil: IN_A_MINUTE });
    bake({ bakeUntil: '2026-11-20T12:02:00.000Z' });
    expect(timers).toHaveLength(2);
    await timers[0].act();
    expect(baked).not.toHaveBeenCalled();
    await timers[1].act();
    expect(baked).toHaveBeenCalledTimes(1);
  });

  it.each<[string, Partial<WaveRecord>, Partial<RolloutRecord>]>([
    ['has passed', { bakeUntil: IN_A_MINUTE, passedAt: IN_A_MINUTE }, {}],
    ['bakes no more', { bakeUntil: NOW.toISOString() }, {}],
    ['does not bake', {}, {}],
    ['bakes longer than timers run', { bakeUntil: '2026-12-20T12:00:00Z' }, {}],
    ['is paused', { bakeUntil: IN_A_MINUTE }, { state: 'paused' }],
    ['is failing', { bakeUntil: IN_A_MINUTE }, { failure: 'It is broken' }],
  ])('remember nothing of what %s', (_, wave, rollout) => {
    const { timers, bake } = set();
    bake(wave, rollout);
    expect(timers).toEqual([]);
  });
});
