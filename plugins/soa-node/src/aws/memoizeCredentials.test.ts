import { memoizeCredentials } from './memoizeCredentials';

const HOUR = 3_600_000;

describe('memoizeCredentials', () => {
  let time: number;
  let calls: number;

  const provider = (options: { ends?: boolean } = {}) =>
    memoizeCredentials(
      async () => {
        calls += 1;
        return {
          accessKeyId: `key-${calls}`,
          secretAccessKey: 'secret',
          ...(options.ends !== false && { expiration: new Date(time + HOUR) }),
        };
      },
      () => time,
    );

  beforeEach(() => {
    time = 0;
    calls = 0;
  });

  it('asks once for all, also at the same time', async () => {
    const credentials = provider();
    const given = await Promise.all([credentials(), credentials()]);
    expect([...given, await credentials()].map(c => c.accessKeyId)).toEqual([
      'key-1',
      'key-1',
      'key-1',
    ]);
  });

  it('asks again five minutes before the end', async () => {
    const credentials = provider();
    await credentials();
    time = HOUR - 5 * 60_000 - 1;
    expect((await credentials()).accessKeyId).toBe('key-1');
    time += 1;
    expect((await credentials()).accessKeyId).toBe('key-2');
  });

  it('asks for others when told to, once for all that tell at the same time', async () => {
    const credentials = provider();
    await credentials();
    await Promise.all([
      credentials({ forceRefresh: true }),
      credentials({ forceRefresh: true }),
    ]);
    expect((await credentials()).accessKeyId).toBe('key-2');
  });

  it('asks no more than once a minute where the clock is ahead', async () => {
    const credentials = memoizeCredentials(
      async () => {
        calls += 1;
        return {
          accessKeyId: `key-${calls}`,
          secretAccessKey: 'secret',
          expiration: new Date(time - HOUR),
        };
      },
      () => time,
    );
    await credentials();
    time += 59_999;
    expect((await credentials()).accessKeyId).toBe('key-1');
    time += 1;
    expect((await credentials()).accessKeyId).toBe('key-2');
  });

  it('keeps credentials that do not end', async () => {
    const credentials = provider({ ends: false });
    await credentials();
    time = 1_000 * HOUR;
    expect((await credentials()).accessKeyId).toBe('key-1');
  });

  it('asks again after a failure', async () => {
    const source = jest
      .fn()
      .mockRejectedValueOnce(new Error('denied'))
      .mockResolvedValue({ accessKeyId: 'a', secretAccessKey: 'b' });
    const credentials = memoizeCredentials(source, () => time);
    await expect(credentials()).rejects.toThrow('denied');
    expect((await credentials()).accessKeyId).toBe('a');
  });
});
