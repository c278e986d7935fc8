import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { startSandboxCloud } from '@internal/sandbox-cloud';
import { archiveFiles } from './archiveFiles';
import { createCommitAction } from './createCommitAction';
import { createPublishAction } from './createPublishAction';

describe('sandbox:repository:commit', () => {
  const directory = createMockDirectory();
  let sandbox: Awaited<ReturnType<typeof startSandboxCloud>>;

  beforeAll(async () => {
    sandbox = await startSandboxCloud({ port: 0 });
  });
  afterAll(() => sandbox.stop());

  async function run(
    files: Record<string, string>,
    options: {
      publishes?: boolean;
      isDryRun?: boolean;
      input?: object;
      baseUrl?: string;
    } = {},
  ) {
    const { baseUrl = sandbox.url, publishes, isDryRun } = options;
    directory.setContent(files);
    const action = publishes
      ? createPublishAction({ baseUrl })
      : createCommitAction({ baseUrl });
    const outputs: Record<string, string> = {};
    await action.handler({
      ...createMockActionContext({
        input: { name: 'orders', ...options.input },
        workspacePath: directory.path,
      }),
      isDryRun,
      output: (name: string, value: unknown) => {
        outputs[name] = String(value);
      },
    } as any);
    return outputs;
  }

  const read = async (path: string) => {
    const answer = await fetch(`${sandbox.url}/repositories/orders/${path}`);
    return answer.ok ? answer.text() : answer.status;
  };

  it('puts files beside those that are there', async () => {
    const first = await run({ a: '1', b: '1', c: '1' }, { publishes: true });
    const dry = await run({ b: '2' }, { isDryRun: true });
    expect(dry).not.toHaveProperty('commitHash');
    expect(await read('b')).toBe('1');

    const second = await run(
      { b: '2', d: '2' },
      { input: { filesToDelete: ['c'] } },
    );
    expect(second.commitHash).not.toBe(first.commitHash);
    expect(await Promise.all(['a', 'b', 'c', 'd'].map(read))).toEqual([
      '1',
      '2',
      404,
      '2',
    ]);
    // The same again is the same commit.
    expect((await run({ b: '2', d: '2' })).commitHash).toBe(second.commitHash);
  });

  it('takes back nothing that somebody else has committed meanwhile', async () => {
    const archive = await archiveFiles(new Map([['a', Buffer.from('1')]]));
    const asked: Array<string | undefined> = [];
    const server = createServer((request, response) => {
      asked.push(request.headers['if-match']);
      if (request.method === 'GET') {
        response.setHeader('etag', '"1"').end(archive);
      } else {
        request.resume().on('end', () => response.writeHead(412).end('{}'));
      }
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as AddressInfo;
    await expect(
      run({ a: '2' }, { baseUrl: `http://127.0.0.1:${port}` }),
    ).rejects.toThrow(/Somebody else has committed .*: run this again/);
    expect(asked).toEqual([undefined, '"1"']);
    server.close();
  });

  it('says that there is no such repository', async () => {
    await expect(run({}, { input: { name: 'none' } })).rejects.toThrow(
      /There is no repository at .*\/none/,
    );
  });
});
