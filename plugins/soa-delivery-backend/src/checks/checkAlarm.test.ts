import type { RolloutCheck } from '@backstage-soa/plugin-soa-common';
import { targetOf } from '../advance/__testUtils__/targetOf';
import { checkContext } from './__testUtils__/checking';
import { checkAlarm } from './checkAlarm';

type Alarm = RolloutCheck & { type: 'cloudwatch-alarm' };

const CHECK: Alarm = { type: 'cloudwatch-alarm', alarm: 'errors' };

const look = (answer: object, check = CHECK) => {
  const alarms = jest.fn(() => answer);
  return {
    alarms,
    finding: checkAlarm(check, targetOf(), checkContext({ alarms })),
  };
};

describe('checkAlarm', () => {
  it('asks for the alarm where the placement is, of either kind', async () => {
    const { alarms, finding } = look({ MetricAlarms: [{ StateValue: 'OK' }] });
    expect(await finding).toEqual({ state: 'passing' });
    expect(alarms).toHaveBeenCalledWith({
      accountId: '111122223333',
      region: 'us-east-1',
      input: {
        AlarmNames: ['errors'],
        AlarmTypes: ['MetricAlarm', 'CompositeAlarm'],
      },
    });
  });

  it('asks where the check says', async () => {
    const { alarms, finding } = look(
      { CompositeAlarms: [{ StateValue: 'INSUFFICIENT_DATA' }] },
      { ...CHECK, account: '444455556666', region: 'eu-west-1' },
    );
    expect(await finding).toEqual({ state: 'passing' });
    expect(alarms).toHaveBeenCalledWith(
      expect.objectContaining({
        accountId: '444455556666',
        region: 'eu-west-1',
      }),
    );
  });

  it.each([
    [{ StateReason: 'Threshold crossed' }, 'Threshold crossed'],
    [{}, 'it does not say why'],
  ])('has failed once the alarm is raised: %j', async (reason, says) => {
    const alarm = { StateValue: 'ALARM', ...reason };
    for (const kind of ['MetricAlarms', 'CompositeAlarms']) {
      expect(await look({ [kind]: [alarm] }).finding).toEqual({
        state: 'failed',
        message: `The alarm errors in 111122223333, us-east-1 is in ALARM: ${says}`,
      });
    }
  });

  it('waits for an alarm that is not there', async () => {
    expect(await look({}).finding).toEqual({
      state: 'failing',
      message: 'There is no alarm errors in 111122223333, us-east-1.',
    });
  });
});
