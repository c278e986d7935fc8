import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packFolder } from './packFolder';

describe('packFolder', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'soa-pack-'));
    await mkdir(join(folder, 'infra'));
  });

  afterEach(() => rm(folder, { recursive: true }));

  it('gives the same bytes whenever and however the files were written', async () => {
    const file = join(folder, 'infra/main.tf');
    await writeFile(file, 'a', { mode: 0o600 });
    const first = await packFolder(folder);
    await rm(file);
    await writeFile(file, 'a', { mode: 0o755 });
    await utimes(file, 1_000, 1_000);
    expect(await packFolder(folder)).toEqual(first);
    await writeFile(file, 'b');
    expect(await packFolder(folder)).not.toEqual(first);
  });

  it('reads no more than it may', async () => {
    await writeFile(join(folder, 'infra/large.bin'), 'x'.repeat(2_000));
    await expect(packFolder(folder, 1_000)).rejects.toThrow(
      /infra\/ of the task has more than 1000 bytes/,
    );
  });

  it('says that there is nothing', async () => {
    await expect(packFolder(folder)).rejects.toThrow(/nothing to upload/);
  });
});
