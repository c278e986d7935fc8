import type { TargetRecord } from '../store';
import { targetOf } from './__testUtils__/targetOf';
import { rolloutEnd } from './rolloutEnd';

function target(key: string, state: TargetRecord['state']): TargetRecord {
  const { placement } = targetOf();
  return targetOf({ state, placement: { ...placement, key } });
}

describe('rolloutEnd', () => {
  it('is applied when all placements are', () => {
    expect(
      rolloutEnd([target('a', 'applied'), target('b', 'applied')]),
    ).toEqual({
      state: 'applied',
      message: 'All 2 placements are applied.',
    });
  });

  it('is applied when the only placement is', () => {
    expect(rolloutEnd([target('a', 'applied')]).message).toBe(
      'The placement is applied.',
    );
  });

  it('names no more placements than people read', () => {
    const keys = [...'abcdefghi'];
    expect(rolloutEnd(keys.map(key => target(key, 'failed'))).message).toBe(
      'Failed: a, b, c, d, e and 4 more; nothing was applied.',
    );
  });

  it('says what was and was not done when one has failed', () => {
    expect(
      rolloutEnd([
        target('a', 'applied'),
        target('b', 'failed'),
        target('c', 'skipped'),
      ]),
    ).toEqual({
      state: 'failed',
      message: 'Failed: b; applied: a; not begun: c.',
    });
  });

  it('is canceled when somebody has stopped it', () => {
    expect(
      rolloutEnd([target('a', 'applied'), target('b', 'canceled')]),
    ).toEqual({
      state: 'canceled',
      message: 'Canceled: b; applied: a.',
    });
  });
});
