import { runEnd } from './runEnd';

describe('runEnd', () => {
  it.each([
    ['discarded', /discarded the run run-1 .* not applied/],
    ['canceled', /canceled the run run-1/],
    ['force_canceled', /canceled the run run-1/],
    ['errored', /ended as "errored"/],
    ['policy_soft_failed', /ended as "policy_soft_failed"/],
  ])('says why a run ended as %s', (status, sentence) => {
    expect(runEnd({ id: 'run-1', status })).toMatch(sentence);
  });
});
