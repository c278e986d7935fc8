import { mockServices } from '@backstage/backend-test-utils';
import { RefusalLog } from './RefusalLog';

describe('RefusalLog', () => {
  const logger = mockServices.logger.mock();
  const told = () => logger.warn.mock.calls.map(([line]) => line);

  beforeEach(() => {
    jest.useFakeTimers();
    logger.warn.mockClear();
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  const refuse = (log: RefusalLog, times: number) => {
    for (let time = 0; time < times; time += 1) {
      log.add();
    }
  };

  it('tells of the first at once, and how many came after it', () => {
    const log = new RefusalLog(logger);
    refuse(log, 10_000);
    expect(told()).toEqual([
      'Refused a notification that is not signed with the secret of its workspace',
    ]);
    jest.advanceTimersByTime(60_000);
    expect(told().slice(1)).toEqual([
      'Refused 9999 notifications within a minute that are not signed with the secret of their workspace',
    ]);
  });

  it('goes on with a line a minute while it lasts, and loses none', () => {
    const log = new RefusalLog(logger);
    for (let second = 0; second < 600; second += 1) {
      refuse(log, 5);
      jest.advanceTimersByTime(1_000);
    }
    jest.advanceTimersByTime(60_000);
    expect(told()).toHaveLength(11);
    const numbers = told().map(line => Number(/\d+/.exec(line)?.[0] ?? 1));
    expect(numbers.reduce((sum, one) => sum + one)).toBe(3_000);
  });

  it('tells the first of another time at once', () => {
    const log = new RefusalLog(logger);
    refuse(log, 1);
    jest.advanceTimersByTime(120_000);
    expect(told()).toHaveLength(1);
    refuse(log, 1);
    expect(told()).toHaveLength(2);
  });

  it('keeps no backend from ending', () => {
    const setTimer = jest.spyOn(global, 'setTimeout');
    new RefusalLog(logger).add();
    const timer: NodeJS.Timeout = setTimer.mock.results[0].value;
    expect(timer.hasRef()).toBe(false);
  });
});
