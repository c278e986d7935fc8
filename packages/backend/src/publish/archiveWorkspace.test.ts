import { symlinkSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { gunzipSync } from 'node:zlib';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { extract } from 'tar-stream';
import { archiveWorkspace } from './archiveWorkspace';

async function namesIn(archive: Buffer): Promise<string[]> {
  const names: string[] = [];
  const entries = extract();
  entries.on('entry', ({ name }, stream, next) => {
    names.push(name);
    stream.on('end', next).resume();
  });
  await pipeline(Readable.from([gunzipSync(archive)]), entries);
  return names;
}

describe('archiveWorkspace', () => {
  const one = createMockDirectory();
  const other = createMockDirectory();

  it('holds the files and nothing that is none of the repository', async () => {
    one.setContent({
      'catalog-info.yaml': 'a',
      '.git': { HEAD: 'x' },
      '.github': { workflows: { 'ci.yml': 'b' } },
      infra: { 'main.tf': 'c', '.git': 'd' },
    });
    symlinkSync('/etc/passwd', one.resolve('passwd'));
    symlinkSync('/etc', one.resolve('infra/etc'));

    expect(await namesIn(await archiveWorkspace(one.path))).toEqual([
      '.github/workflows/ci.yml',
      'catalog-info.yaml',
      'infra/.git',
      'infra/main.tf',
    ]);
  });

  it('is the same for the same files, whenever they were written', async () => {
    one.setContent({ 'a.txt': '1', b: { 'c.txt': '2' } });
    other.setContent({ b: { 'c.txt': '2' } });
    other.addContent({ 'a.txt': '1' });
    expect(await archiveWorkspace(one.path)).toEqual(
      await archiveWorkspace(other.path),
    );
  });
});
