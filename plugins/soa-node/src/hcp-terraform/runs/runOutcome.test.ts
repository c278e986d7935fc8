import { runOutcome } from './runOutcome';

describe('runOutcome', () => {
  it.each([
    ['applied', 'applied'],
    ['planned_and_finished', 'applied'],
    ['errored', 'failed'],
    ['discarded', 'failed'],
    ['canceled', 'failed'],
    ['force_canceled', 'failed'],
    ['policy_soft_failed', 'failed'],
    ['pending', 'going-on'],
    ['planned', 'going-on'],
    ['planned_and_saved', 'going-on'],
    ['applying', 'going-on'],
    ['a_status_of_tomorrow', 'going-on'],
    ['toString', 'going-on'],
  ])('takes %s for %s', (status, outcome) => {
    expect(runOutcome(status)).toBe(outcome);
  });
});
