import { Readable } from 'node:stream';
import { gunzipSync } from 'node:zlib';
import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { extract } from 'tar-stream';
import { archiveOf } from '../__testUtils__/archiveOf';
import { startGitHost } from '../__testUtils__/startGitHost';
import { ConfigurationSourceReader } from './ConfigurationSourceReader';

const ARCHIVE_URL = 'https://code.example/shop/orders.tar.gz';
const TREE_URL = 'https://github.com/shop/orders/tree/c0ffee';

async function namesIn(archive: Buffer): Promise<string[]> {
  const names: string[] = [];
  const entries = extract();
  Readable.from([gunzipSync(archive)]).pipe(entries);
  for await (const entry of entries) {
    names.push(entry.header.name);
    entry.resume();
  }
  return names;
}

/** Reads an archive that is served in small pieces. */
function readingArchive(archive: Buffer, largestBytes?: number) {
  const reader = {
    readUrl: async () => ({
      buffer: async () => archive,
      stream: () =>
        Readable.from(
          Array.from({ length: Math.ceil(archive.length / 64) }, (_, index) =>
            archive.subarray(index * 64, (index + 1) * 64),
          ),
        ),
    }),
  } as Partial<UrlReaderService> as UrlReaderService;
  return new ConfigurationSourceReader({
    reader,
    input: 'source.url',
    largestBytes,
  }).read(ARCHIVE_URL);
}

let contentsRead = 0;

/** Reads a tree whose reader does not filter, as not all of them do. */
function readingTree(files: Record<string, string>, largestBytes?: number) {
  const reader = {
    readTree: async (
      _: string,
      { filter }: { filter: (path: string) => boolean },
    ) => ({
      files: async () =>
        Object.entries(files)
          .filter(([path]) => filter(path))
          .map(([path, content]) => ({
            path,
            content: async () => {
              contentsRead += 1;
              return Buffer.from(content);
            },
          })),
    }),
  } as unknown as UrlReaderService;
  return new ConfigurationSourceReader({
    reader,
    input: 'source.url',
    largestBytes,
  }).read(TREE_URL);
}

const SHA = '0123456789abcdef0123456789abcdef01234567';

describe('the commit of a source', () => {
  const readingCommit = (etag: string) => {
    const readTree = jest.fn(async () => ({ etag }));
    const reader = { readTree } as unknown as UrlReaderService;
    const source = new ConfigurationSourceReader({ reader, input: 'url' });
    return { readTree, commitOf: (url: string) => source.readCommit(url) };
  };

  it.each([
    `https://github.com/shop/orders/tree/${SHA}`,
    `https://github.com/shop/orders/tree/${SHA}/infra`,
    `https://gitlab.com/shop/orders/-/tree/${SHA}?ref_type=heads`,
    `https://bitbucket.org/shop/orders/src/${SHA}`,
    `https://dev.azure.com/shop/_git/orders?path=/&version=GC${SHA}`,
  ])('is the one that %s names', async url => {
    const { readTree, commitOf } = readingCommit('');
    expect(await commitOf(url)).toBe(SHA);
    expect(readTree).not.toHaveBeenCalled();
  });

  it.each([
    ['a host says it', SHA, SHA],
    ['a host shortens it', 'c0ffee12abcd', 'c0ffee12abcd'],
    ['a host says something else', 'W/"1"', undefined],
  ])('is what the host says where %s', async (_, etag, commit) => {
    const { commitOf } = readingCommit(etag);
    expect(await commitOf('https://github.com/shop/orders/tree/main')).toBe(
      commit,
    );
  });

  it('is not known of an archive', async () => {
    const { readTree, commitOf } = readingCommit(SHA);
    expect(await commitOf(ARCHIVE_URL)).toBeUndefined();
    expect(readTree).not.toHaveBeenCalled();
  });
});

describe('ConfigurationSourceReader', () => {
  it('takes an archive as it is', async () => {
    const archive = await archiveOf({ 'README.md': '', 'infra/main.tf': '' });
    await expect(readingArchive(archive)).resolves.toEqual(archive);
  });

  it('makes the same bytes of the same tree', async () => {
    const archive = await readingTree({
      'infra/b.tf': 'b',
      'infra/a.tf': 'a',
      'src/index.ts': '',
      'infra/.terraform/modules.json': '',
      'infra/terraform.tfstate': 'secret',
    });
    expect(await namesIn(archive)).toEqual(['infra/a.tf', 'infra/b.tf']);
    await expect(
      readingTree({ 'infra/a.tf': 'a', 'infra/b.tf': 'b' }),
    ).resolves.toEqual(archive);
  });

  it('applies nothing that has no infra/', async () => {
    const without = await archiveOf({ 'README.md': '', 'x/infra/main.tf': '' });
    await expect(readingArchive(without)).rejects.toThrow(
      /^source\.url: .* holds no folder infra\//,
    );
    await expect(readingTree({ 'src/index.ts': '' })).rejects.toThrow(
      /holds no folder infra\//,
    );
  });

  it('says that something is no archive', async () => {
    await expect(
      readingArchive(Buffer.from('<html>Sign in</html>')),
    ).rejects.toThrow('source.url: what it gives is no .tar.gz archive');
  });

  it('reads no further than it may', async () => {
    const noise = Array.from({ length: 2_000 }, (_, index) =>
      Math.sin(index).toString(36),
    ).join('');
    const archive = await archiveOf({ 'infra/main.tf': noise });
    await expect(readingArchive(archive, 1_000)).rejects.toThrow(
      /more than 1000 bytes/,
    );
    await expect(
      readingTree({ 'infra/main.tf': noise }, 1_000),
    ).rejects.toThrow(/more than 1000 bytes/);
  });

  it('keeps no more of a tree in memory than it may', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 50 }, (_, index) => [
        `infra/${index}.bin`,
        'x'.repeat(100),
      ]),
    );
    contentsRead = 0;
    // They would be small enough once they are compressed.
    await expect(readingTree(files, 2_000)).rejects.toThrow(
      /more than 2000 bytes/,
    );
    expect(contentsRead).toBe(21);
  });

  it("takes empty files as Backstage's own readers give them", async () => {
    const host = await startGitHost(
      await archiveOf({ 'orders/infra/a.tf': '', 'orders/infra/b.tf': 'b' }),
    );
    try {
      const reader = new ConfigurationSourceReader({
        reader: host.reader,
        input: 'source.url',
      });
      expect(await namesIn(await reader.read(host.treeUrl))).toEqual([
        'infra/a.tf',
        'infra/b.tf',
      ]);
    } finally {
      await host.stop();
    }
  });

  it("lets no more pass Backstage's own readers, which keep what passes", async () => {
    const files = Array.from({ length: 50 }, (_, index) => [
      `orders/infra/${index}.bin`,
      'x'.repeat(100),
    ]);
    const host = await startGitHost(await archiveOf(Object.fromEntries(files)));
    let passed = 0;
    const reader = {
      readTree: async (...query: Parameters<UrlReaderService['readTree']>) => {
        const tree = await host.reader.readTree(...query);
        const read = await tree.files();
        passed = read.length;
        return { files: async () => read };
      },
    } as Partial<UrlReaderService> as UrlReaderService;
    const readAtMost = (largestBytes: number) =>
      new ConfigurationSourceReader({
        reader,
        input: 'source.url',
        largestBytes,
      }).read(host.treeUrl);
    try {
      await expect(readAtMost(2_000)).rejects.toThrow(/more than 2000 bytes/);
      expect(passed).toBe(20);
      expect(await namesIn(await readAtMost(5_000))).toHaveLength(50);
    } finally {
      await host.stop();
    }
  });
});
