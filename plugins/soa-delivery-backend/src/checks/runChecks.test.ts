import type { RolloutCheck } from '@backstage-soa/plugin-soa-common';
import { placementOf } from '../__testUtils__/requestOf';
import { targetOf } from '../advance/__testUtils__/targetOf';
import type { CheckRecord, TargetRecord } from '../store';
import { checkContext } from './__testUtils__/checking';
import { AllowedHosts } from './AllowedHosts';
import { runChecks } from './runChecks';

const NOW = new Date('2026-11-20T10:00:00.000Z');
const ALARM: RolloutCheck = { type: 'cloudwatch-alarm', alarm: 'errors' };
const URL_OF: RolloutCheck = { type: 'health', url: 'https://a.example/' };
const OUTPUT: RolloutCheck = { type: 'health', output: 'url' };
const SMOKE: RolloutCheck = { type: 'webhook', name: 'smoke' };

const applied = (position: number, region = 'us-east-1'): TargetRecord =>
  targetOf({
    position,
    state: 'applied',
    workspaceId: `ws-${position}`,
    placement: placementOf(region, region),
  });

/** What is found by checks of one kind, and what was asked for it. */
async function run(
  check: RolloutCheck | CheckRecord,
  targets: TargetRecord[],
  change: Parameters<typeof checkContext>[0] = {},
) {
  const record: CheckRecord =
    'check' in check ? check : { check, state: 'waiting' };
  const alarms = jest.fn(change.alarms ?? (() => ({})));
  const fetched = jest.fn(async () => new Response());
  const context = checkContext({
    allowedHosts: new AllowedHosts(['a.example']),
    fetch: fetched,
    ...change,
    alarms,
  });
  const [result] = await runChecks([record], targets, { ...context, now: NOW });
  return { result, alarms, fetched };
}

const alarmsBy =
  (states: Record<string, string | undefined>) =>
  ({ region }: { region: string }) =>
    states[region] ? { MetricAlarms: [{ StateValue: states[region] }] } : {};

describe('runChecks', () => {
  it.each([
    ['passing', ['OK', 'OK', 'OK']],
    ['failing', ['OK', undefined, 'OK']],
    ['failed', ['OK', undefined, 'ALARM']],
    ['failed', ['ALARM', undefined, 'OK']],
  ])('finds the worst of all placements: %s of %j', async (state, states) => {
    const { result } = await run(
      ALARM,
      states.map((_, index) => applied(index, `r-${index}`)),
      {
        alarms: alarmsBy(
          Object.fromEntries(states.map((one, index) => [`r-${index}`, one])),
        ),
      },
    );
    expect(result.state).toBe(state);
  });

  it('does not take what cannot be found out for what is well', async () => {
    const { result } = await run(ALARM, [applied(0), applied(1, 'eu-west-1')], {
      alarms: ({ region }) => {
        if (region === 'eu-west-1') {
          throw new Error('AccessDenied');
        }
        return { MetricAlarms: [{ StateValue: 'OK' }] };
      },
    });
    expect(result).toMatchObject({
      state: 'waiting',
      message: 'It could not be found out: AccessDenied',
      failingSince: NOW.toISOString(),
    });
  });

  it('looks at what is applied only', async () => {
    const failed = { ...applied(1, 'eu-west-1'), state: 'failed' as const };
    const { result } = await run(ALARM, [applied(0), failed], {
      alarms: alarmsBy({ 'us-east-1': 'OK', 'eu-west-1': 'ALARM' }),
    });
    expect(result.state).toBe('passing');
  });

  it('asks once for what is the same for all', async () => {
    const targets = [applied(0), applied(1), applied(2, 'eu-west-1')];
    const { alarms } = await run(ALARM, targets);
    expect(alarms).toHaveBeenCalledTimes(2);
    const named = { ...ALARM, account: '444455556666', region: 'eu-west-1' };
    expect((await run(named, targets)).alarms).toHaveBeenCalledTimes(1);
    expect((await run(URL_OF, targets)).fetched).toHaveBeenCalledTimes(1);
    const outputs = [{ name: 'url', value: 'https://a.example/' }];
    const each = await run(OUTPUT, targets, { outputs });
    expect(each.fetched).toHaveBeenCalledTimes(3);
  });

  it('waits for what a test tells, and keeps to it', async () => {
    const { result } = await run(SMOKE, [applied(0)]);
    expect(result).toMatchObject({
      state: 'waiting',
      message: 'The test smoke has not told its result yet.',
    });
    for (const state of ['passing', 'failed'] as const) {
      const told = { check: SMOKE, state };
      expect((await run(told, [applied(0)])).result).toBe(told);
    }
  });

  it('stops where nobody wants to know any more', async () => {
    const signal = AbortSignal.abort(new Error('shutting down'));
    await expect(
      run(ALARM, [applied(0)], {
        signal,
        alarms: () => {
          throw new Error('aborted');
        },
      }),
    ).rejects.toThrow('shutting down');
  });
});
