import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readSandboxSettings } from './readSandboxSettings';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const read = (sandboxEnvironments: JsonObject) =>
  readSandboxSettings(
    new ConfigReader({ soa: { delivery: { sandboxEnvironments } } }),
  );

describe('readSandboxSettings', () => {
  it('has times of its own, and takes those that are given', () => {
    expect(readSandboxSettings(new ConfigReader({}))).toEqual({
      timeToLive: 7 * DAY,
      longest: 30 * DAY,
      reminders: [DAY, HOUR],
    });
    expect(
      read({
        timeToLive: { hours: 8 },
        longest: 'P1D',
        reminders: [{ minutes: 30 }, 'PT2H'],
      }),
    ).toEqual({
      timeToLive: 8 * HOUR,
      longest: DAY,
      reminders: [2 * HOUR, HOUR / 2],
    });
    expect(read({ reminders: [] }).reminders).toEqual([]);
  });

  it.each([
    [{ timeToLive: 'long' }, 'timeToLive must be a duration, such as P7D'],
    [{ longest: { days: 0 } }, 'longest must be a duration of more than'],
    [{ timeToLive: 'P31D' }, 'timeToLive is longer than soa.delivery'],
    [{ reminders: 'P1D' }, 'reminders must be a list'],
    [{ reminders: ['P1D', 'soon'] }, 'reminders[1] must be a duration'],
  ])('names the key at fault: %j', (settings, message) => {
    expect(() => read(settings)).toThrow(
      `soa.delivery.sandboxEnvironments.${message}`,
    );
  });
});
