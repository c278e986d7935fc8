import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readLockSettings } from './readLockSettings';

const read = (locks: JsonObject) =>
  readLockSettings(new ConfigReader({ soa: { delivery: { locks } } }));

describe('readLockSettings', () => {
  it('has times of its own, and takes those that are given', () => {
    expect(readLockSettings(new ConfigReader({}))).toEqual({
      leaseSeconds: 3_600,
      maxLeaseSeconds: 604_800,
      waitingSeconds: 600,
    });
    expect(
      read({ lease: { minutes: 30 }, maxLease: 'P1D', waiting: '5m' }),
    ).toEqual({
      leaseSeconds: 1_800,
      maxLeaseSeconds: 86_400,
      waitingSeconds: 300,
    });
  });

  it.each([
    [{ lease: { seconds: 30 } }, 'soa.delivery.locks.lease is 30 seconds'],
    [{ waiting: { seconds: 0 } }, 'soa.delivery.locks.waiting is 0 seconds'],
    [
      { lease: { hours: 2 }, maxLease: { hours: 1 } },
      'soa.delivery.locks.lease is longer than soa.delivery.locks.maxLease',
    ],
  ])('names the key at fault: %j', (locks, message) => {
    expect(() => read(locks)).toThrow(message);
  });
});
