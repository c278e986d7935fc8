import { gzipSync } from 'node:zlib';
import { archiveOf } from '../__testUtils__/archiveOf';
import { holdsInfra } from './holdsInfra';

/** A header and a megabyte of zeros, which are a kilobyte once packed. */
const bomb = () => archiveOf({ 'zeros.bin': '\0'.repeat(2 ** 20) });

describe('holdsInfra', () => {
  const input = 'source.url';

  it('finds a file in the folder, however it is written', async () => {
    for (const name of ['infra/main.tf', './infra/a/b.tf']) {
      expect(await holdsInfra(await archiveOf({ [name]: '' }), { input })).toBe(
        true,
      );
    }
    for (const name of ['infra', 'x/infra/main.tf', 'infrastructure/main.tf']) {
      expect(await holdsInfra(await archiveOf({ [name]: '' }), { input })).toBe(
        false,
      );
    }
  });

  it('unpacks no more than it may', async () => {
    const archive = await bomb();
    expect(archive.length).toBeLessThan(5_000);
    await expect(holdsInfra(archive, { input })).resolves.toBe(false);
    await expect(
      holdsInfra(archive, { input, largestBytes: 100_000 }),
    ).rejects.toThrow(
      /^source\.url: the configuration has more than 100000 bytes/,
    );
  });

  it('ends as soon as nobody waits for it', async () => {
    const archive = await bomb();
    await expect(
      holdsInfra(archive, {
        input,
        signal: AbortSignal.abort(new Error('too late')),
      }),
    ).rejects.toThrow('too late');
    const time = new AbortController();
    const looking = holdsInfra(archive, { input, signal: time.signal });
    time.abort(new Error('too late'));
    await expect(looking).rejects.toThrow('too late');
  });

  it('says that something is no archive', async () => {
    for (const content of [Buffer.from('<html>'), gzipSync('<html>')]) {
      await expect(holdsInfra(content, { input })).rejects.toThrow(
        'no .tar.gz archive',
      );
    }
  });
});
