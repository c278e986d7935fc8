import { ConflictError } from '@backstage/errors';
import { mockServices } from '@backstage/backend-test-utils';
import { recordOf } from '../advance/__testUtils__/recordOf';
import type { CheckRecord, RolloutRecord } from '../store';
import { TestResults } from './TestResults';

const waiting = (name: string): CheckRecord => ({
  check: { type: 'webhook', name },
  state: 'waiting',
});

function set(change: Partial<RolloutRecord> = {}) {
  const rollout = recordOf([], {
    waves: [{ wave: 0, checks: [waiting('smoke'), waiting('load')] }],
    ...change,
  });
  const changeOf = jest.fn(async () => {});
  const results = new TestResults({
    store: {
      get: async id => (id === rollout.id ? rollout : undefined),
      change: changeOf,
    },
    logger: mockServices.logger.mock(),
    now: () => new Date('2026-11-20T10:00:00.000Z'),
  });
  return { results, changeOf };
}

const told = { rolloutId: 'rollout-1', name: 'smoke', result: 'passed' };

describe('TestResults', () => {
  it('keeps what the test tells, of that test', async () => {
    const { results, changeOf } = set();
    expect(await results.take(told)).toBe('rollout-1');
    expect(changeOf).toHaveBeenCalledWith(expect.anything(), {
      waves: new Map([
        [
          0,
          {
            checks: [
              expect.objectContaining({ state: 'passing' }),
              waiting('load'),
            ],
          },
        ],
      ]),
    });
  });

  it('says why a test has failed', async () => {
    const { results, changeOf } = set();
    await results.take({ ...told, result: 'failed', message: 'No answer' });
    const [[, { waves }]] = changeOf.mock.calls as any;
    expect(waves.get(0).checks[0]).toMatchObject({
      state: 'failed',
      message: 'No answer',
    });
  });

  it.each([
    ['another rollout', { ...told, rolloutId: 'rollout-2' }, {}],
    ['another test', { ...told, name: 'soak' }, {}],
    ['another wave', { ...told, wave: 2 }, {}],
    ['another environment', { ...told, environment: 'dev' }, {}],
    ['nothing that it understands', { hello: 'world' }, {}],
    ['a rollout that has ended', told, { endedAt: '2026-11-20T10:00:00.000Z' }],
    ['a wave that is not applied', told, { waves: [{ wave: 0 }] }],
  ])('changes nothing for %s', async (_, body, change) => {
    const { results, changeOf } = set(change);
    expect(await results.take(body)).toBeUndefined();
    expect(changeOf).not.toHaveBeenCalled();
  });

  it('tries again where somebody else has taken the rollout further', async () => {
    const { results, changeOf } = set();
    changeOf.mockRejectedValueOnce(new ConflictError('meanwhile'));
    expect(await results.take(told)).toBe('rollout-1');
    expect(changeOf).toHaveBeenCalledTimes(2);
  });
});
