import { mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { archiveOf } from '../contract/__testUtils__/archiveOf';
import { readFiles } from './readFiles';
import { Repositories } from './Repositories';

describe('Repositories', () => {
  let directory: string;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'repositories-'));
  });

  afterEach(() => rmSync(directory, { recursive: true }));

  const push = async (to: Repositories, content: string) =>
    to.push('orders', await archiveOf({ 'README.md': content }));

  it('has what was pushed at the next start, the newest and before', async () => {
    const first = await push(new Repositories(directory), 'first');
    const second = await push(new Repositories(directory), 'second');
    const again = new Repositories(directory);
    const newest = await again.newest('orders');
    expect(newest!.commit).toBe(second);
    expect(newest!.files.get('README.md')!.toString()).toBe('second');
    const files = await readFiles(again.archive('orders', first)!);
    expect(files.get('README.md')!.toString()).toBe('first');
  });

  it('keeps the newest fifty commits of a repository', async () => {
    const repositories = new Repositories(directory);
    const commits: string[] = [];
    for (let index = 0; index < 51; index += 1) {
      const commit = await push(repositories, `commit ${index}`);
      commits.push(commit);
      const file = join(
        directory,
        'repositories',
        'orders',
        `${commit}.tar.gz`,
      );
      utimesSync(file, index, index);
    }
    expect(readdirSync(join(directory, 'repositories', 'orders'))).toHaveLength(
      51,
    );
    expect(repositories.archive('orders', commits[0])).toBeUndefined();
    expect(repositories.archive('orders', commits[1])).toBeDefined();
    expect((await repositories.newest('orders'))!.commit).toBe(commits[50]);
  });
});
