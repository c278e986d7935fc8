import { mockServices } from '@backstage/backend-test-utils';
import { longestAge, readSchedule } from './schedule';

const ageWith = (schedule?: object) =>
  longestAge(
    readSchedule(
      mockServices.rootConfig({
        data: schedule
          ? { soa: { accounts: { schedule: { ...schedule } } } }
          : {},
      }),
    ),
  );
const HOUR = 3_600_000;

describe('longestAge', () => {
  it.each([
    [undefined, HOUR],
    [{ frequency: { hours: 1 }, timeout: { minutes: 30 } }, 3.5 * HOUR],
    [{ frequency: 'PT20M', timeout: 'PT1H' }, 2 * HOUR],
    [{ frequency: { cron: '0 3 * * *' }, timeout: 'PT1H' }, 48 * HOUR],
    [{ frequency: { trigger: 'manual' }, timeout: 'PT1H' }, 48 * HOUR],
  ])('lets three reads fail: %j', (schedule, expected) => {
    expect(ageWith(schedule)).toBe(expected);
  });
});
