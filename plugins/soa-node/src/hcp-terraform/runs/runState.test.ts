import { runState } from './runState';

describe('runState', () => {
  it.each([
    ['pending', false, 'planning'],
    ['planned', false, 'planning'],
    ['planned', true, 'confirming'],
    ['policy_override', false, 'planning'],
    ['post_plan_completed', true, 'confirming'],
    ['planned_and_saved', true, 'confirming'],
    ['confirmed', false, 'applying'],
    ['apply_queued', false, 'applying'],
    ['post_apply_running', false, 'applying'],
    ['applied', false, 'applied'],
    ['planned_and_finished', false, 'applied'],
    ['errored', false, 'failed'],
    ['policy_soft_failed', false, 'failed'],
    ['discarded', false, 'canceled'],
    ['canceled', false, 'canceled'],
    ['force_canceled', false, 'canceled'],
    ['a_status_of_tomorrow', false, 'planning'],
  ])('takes %s (confirmable: %s) for %s', (status, isConfirmable, state) => {
    expect(runState({ id: 'run-1', status, isConfirmable })).toBe(state);
  });
});
