import type { CheckRecord } from '../store';
import { updateCheck } from './updateCheck';

const BEGAN = Date.UTC(2026, 10, 20, 10);
const at = (seconds: number) => new Date(BEGAN + seconds * 1_000);

const HEALTH: CheckRecord = {
  check: { type: 'health', url: 'https://orders.example' },
  state: 'waiting',
};
const WEBHOOK: CheckRecord = {
  check: { type: 'webhook', name: 'smoke' },
  state: 'waiting',
};

/** What becomes of a check that does not pass all the while. */
function after(
  check: CheckRecord,
  seconds: number,
  state: 'failing' | 'unknown' = 'failing',
) {
  const first = updateCheck(check, { state, message: 'No.' }, at(0));
  return updateCheck(first, { state, message: 'Still no.' }, at(seconds));
}

describe('updateCheck', () => {
  it('passes, and forgets what was', () => {
    const failing = after(HEALTH, 60);
    const passing = updateCheck(failing, { state: 'passing' }, at(120));
    expect(passing).toEqual({
      check: HEALTH.check,
      state: 'passing',
      checkedAt: at(120).toISOString(),
    });
    // It has all of its time again.
    const again = updateCheck(passing, { state: 'failing' }, at(1_000));
    expect(again).toMatchObject({
      state: 'failing',
      failingSince: at(1_000).toISOString(),
    });
  });

  it.each([
    ['failing', 'failing'],
    ['unknown', 'waiting'],
  ] as const)(
    'has five minutes of patience with what is %s',
    (found, state) => {
      expect(after(HEALTH, 300, found)).toEqual({
        check: HEALTH.check,
        state,
        message: 'Still no.',
        checkedAt: at(300).toISOString(),
        failingSince: at(0).toISOString(),
      });
      expect(after(HEALTH, 301, found).state).toBe('failed');
    },
  );

  it('waits a day for a test to tell', () => {
    expect(after(WEBHOOK, 86_400, 'unknown').state).toBe('waiting');
    expect(after(WEBHOOK, 86_401, 'unknown').state).toBe('failed');
  });

  it('has no patience with what will not pass any more', () => {
    expect(
      updateCheck(HEALTH, { state: 'failed', message: 'ALARM' }, at(0)),
    ).toMatchObject({ state: 'failed', message: 'ALARM' });
  });
});
