import { targetOf } from '../advance/__testUtils__/targetOf';
import type { TargetRecord } from '../store';
import { endMessage } from './endMessage';

const targets = (states: Record<string, TargetRecord['state']>) =>
  Object.entries(states).map(([key, state]) =>
    targetOf({ state, placement: { ...targetOf().placement, key } }),
  );

const message = (
  states: Record<string, TargetRecord['state']>,
  end: Parameters<typeof endMessage>[1],
  failure?: string,
) => endMessage({ targets: targets(states), failure }, end);

describe('endMessage', () => {
  it('says that all is done', () => {
    expect(message({ a: 'applied', b: 'applied' }, 'applied')).toBe(
      'All 2 placements are applied.',
    );
    expect(message({ a: 'applied' }, 'applied')).toBe(
      'The placement is applied.',
    );
    expect(message({ a: 'destroyed', b: 'destroyed' }, 'destroyed')).toBe(
      'All 2 placements are destroyed.',
    );
  });

  it('begins with why it has ended', () => {
    expect(
      message(
        { a: 'applied', b: 'failed', c: 'skipped' },
        'failed',
        'prod: 1 of 3 placements failed',
      ),
    ).toBe(
      'prod: 1 of 3 placements failed. Failed: b; applied: a; not begun: c.',
    );
    expect(message({ a: 'applied' }, 'failed', 'A check has failed')).toBe(
      'A check has failed. The placement is applied.',
    );
  });

  it('says what was stopped, and what was taken back', () => {
    expect(message({ a: 'applied', b: 'canceled' }, 'canceled')).toBe(
      'Canceled: b; applied: a.',
    );
    expect(
      message(
        { a: 'rolled-back', b: 'destroyed', c: 'skipped' },
        'rolled-back',
        'No',
      ),
    ).toBe('No. Rolled back: a; destroyed: b; not begun: c.');
  });

  it('does not take what was destroyed for what was applied', () => {
    expect(message({ a: 'destroyed' }, 'rolled-back')).toBe('Destroyed: a.');
  });

  it('says that nothing was applied', () => {
    expect(message({ a: 'failed', b: 'skipped' }, 'failed')).toBe(
      'Failed: a; not begun: b; nothing was applied.',
    );
  });

  it('names no more placements than people read', () => {
    const states = Object.fromEntries(
      [...'abcdefghi'].map(key => [key, 'failed' as const]),
    );
    expect(message(states, 'failed')).toBe(
      'Failed: a, b, c, d, e and 4 more; nothing was applied.',
    );
  });
});
