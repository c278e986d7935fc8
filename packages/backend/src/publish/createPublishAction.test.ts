import { createMockDirectory } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { startSandboxCloud } from '@internal/sandbox-cloud';
import { createPublishAction } from './createPublishAction';

describe('sandbox:repository:publish', () => {
  const directory = createMockDirectory({
    content: { 'catalog-info.yaml': 'kind: Component' },
  });
  let sandbox: Awaited<ReturnType<typeof startSandboxCloud>>;

  beforeAll(async () => {
    sandbox = await startSandboxCloud({ port: 0 });
  });
  afterAll(() => sandbox.stop());

  async function publish(
    options: { isDryRun?: boolean; baseUrl?: string } = {},
  ) {
    const action = createPublishAction({
      baseUrl: options.baseUrl ?? sandbox.url,
    });
    const outputs: Record<string, string> = {};
    await action.handler({
      ...createMockActionContext({
        input: { name: 'orders' },
        workspacePath: directory.path,
      }),
      isDryRun: options.isDryRun,
      output: (name: string, value: unknown) => {
        outputs[name] = String(value);
      },
    });
    return outputs;
  }

  it('writes nothing in a dry run', async () => {
    const { remoteUrl } = await publish({ isDryRun: true });
    expect((await fetch(remoteUrl)).status).toBe(404);
  });

  it('keeps the folder where catalog and rollouts find it', async () => {
    const { repoContentsUrl, commitHash } = await publish();

    const file = await fetch(`${repoContentsUrl}/catalog-info.yaml`);
    expect(await file.text()).toBe('kind: Component');
    const [newest, commit] = await Promise.all(
      ['newest', commitHash].map(async name =>
        fetch(`${repoContentsUrl}/archive/${name}.tar.gz`),
      ),
    );
    expect(newest.status).toBe(200);
    expect(await newest.text()).toBe(await commit.text());
  });

  it('gives the same commit for the same files', async () => {
    const first = await publish();
    expect(await publish()).toEqual(first);
  });

  it('says what to do where nothing answers', async () => {
    const gone = await startSandboxCloud({ port: 0 });
    await gone.stop();
    await expect(publish({ baseUrl: gone.url })).rejects.toThrow(
      /does not answer at .*start it, or set demo.repositoriesUrl/,
    );
  });
});
