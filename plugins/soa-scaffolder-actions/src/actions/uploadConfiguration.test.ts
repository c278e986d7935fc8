import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runAction, runsServices } from '../__testUtils__';
import { createUploadConfigurationAction } from './uploadConfiguration';

const sourceUrl = 'https://github.com/acme/orders/tree/0123abc';

describe('tfc:configuration:upload', () => {
  let folder: string;

  const write = async (path: string, content: string) => {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'soa-upload-'));
    await write('infra/main.tf', '# main');
    await write('infra/placements/dev-use1.json', '{}');
    await write('README.md', 'not Terraform');
  });

  afterEach(() => rm(folder, { recursive: true }));

  function set(options: { allowed?: string[] } = {}) {
    const services = runsServices(options);
    const tfc = services.hcpTerraform;
    tfc.add('a');
    tfc.add('b');
    const action = createUploadConfigurationAction(services);
    const checkpoints = new Map<string, unknown>();
    const run = (
      input: object = {},
      context: Parameters<typeof runAction>[2] = {},
    ) =>
      runAction(
        action,
        {
          componentRef: 'component:default/orders',
          workspaces: ['acme/a', 'acme/b'],
          ...input,
        },
        { workspacePath: folder, checkpoints, ...context },
      );
    return { ...services, tfc, run, checkpoints };
  }

  it('gives each workspace the same, waits, and records it', async () => {
    const { run, tfc, auditor } = set();
    const { outputs, log } = await run();
    expect(outputs.configurationVersions).toEqual({
      'acme/a': 'cv-1',
      'acme/b': 'cv-2',
    });
    expect(tfc.uploads).toHaveLength(2);
    expect(tfc.uploads[0]).toEqual(tfc.uploads[1]);
    expect(tfc.count('getConfigurationVersion')).toBe(4);
    expect(log).toContain(
      'acme/a: has got infra/ of the task as cv-1 https://tfc.test/a',
    );
    expect(auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'configuration-upload',
        meta: expect.objectContaining({ workspace: 'acme/a' }),
      }),
    );
  });

  it('uploads the same bytes of the same files, wherever they come from', async () => {
    const first = set();
    await first.run();
    const second = set();
    await write('infra/.terraform/modules/modules.json', 'x');
    await write('infra/terraform.tfstate', 'secret');
    await write('infra/.git/config', 'secret');
    await second.run();
    const third = set();
    third.repositories.folders[sourceUrl] = {
      'infra/placements/dev-use1.json': '{}',
      'infra/main.tf': '# main',
      'src/index.ts': '',
    };
    await third.run({ sourceUrl });
    expect(Buffer.from(second.tfc.uploads[0])).toEqual(
      Buffer.from(first.tfc.uploads[0]),
    );
    expect(Buffer.from(third.tfc.uploads[0])).toEqual(
      Buffer.from(first.tfc.uploads[0]),
    );
  });

  it('needs no more than the permission to plan for what is only planned', async () => {
    const allowed = ['soa.workspace.plan'];
    await expect(set({ allowed }).run()).rejects.toThrow(
      'ask for the permission soa.workspace.apply',
    );
    const { run, tfc } = set({ allowed });
    await run({ speculative: true });
    expect(tfc.uploads).toHaveLength(2);
  });

  it.each([{}, { isDryRun: true }])(
    "reads nobody else's repository with the portal's rights: %j",
    async context => {
      const { run, tfc, repositories } = set();
      const foreign = 'https://github.com/acme/payments/tree/main';
      repositories.folders[foreign] = { 'infra/main.tf': '# theirs' };
      await expect(
        run({ sourceUrl: foreign, speculative: true }, context),
      ).rejects.toThrow(
        `sourceUrl: ${foreign} is not in the repository that component:default/orders comes from, so nothing of it is applied`,
      );
      expect(repositories.read).toEqual([]);
      expect(tfc.uploads).toEqual([]);
    },
  );

  it('knows of no source in a dry run that has published nothing', async () => {
    const { run } = set();
    const input = {
      sourceUrl: 'undefined/tree/main',
      workspaces: ['acme/a'],
    };
    const { log } = await run(input, { isDryRun: true });
    expect(log).toEqual([
      'acme/a: would get undefined/tree/main https://tfc.test/a',
    ]);
    await expect(run(input)).rejects.toThrow(
      /^sourceUrl: "undefined\/tree\/main" is no URL/,
    );
    const { log: unregistered } = await run(
      {
        sourceUrl,
        componentRef: 'component:default/new',
        workspaces: ['acme/new'],
      },
      { isDryRun: true },
    );
    expect(unregistered[0]).toMatch(/^Whether you may do this is unknown/);
  });

  it('goes on after a restart that has lost the folder, if all have got it', async () => {
    const { run, tfc } = set();
    await run();
    await rm(join(folder, 'infra'), { recursive: true });
    const { outputs } = await run();
    expect(outputs.configurationVersions['acme/b']).toBe('cv-2');
    expect(tfc.uploads).toHaveLength(2);
  });

  it('says what to do after one that has lost it before that', async () => {
    const { run, tfc } = set();
    tfc.fail('uploadConfiguration', 'unavailable', { times: 2 });
    await expect(run()).rejects.toThrow(
      /Not uploaded to: acme\/a, acme\/b\. Retry the task/,
    );
    await rm(join(folder, 'infra'), { recursive: true });
    await expect(run()).rejects.toThrow(
      /no files in infra\/, .* start the template again with the same input/,
    );
  });

  it('gives no workspace another configuration than the first', async () => {
    const { run, tfc } = set();
    tfc.workspaces[1].id = 'ws-gone';
    tfc.before('createConfigurationVersion', () => {});
    tfc.fail('createConfigurationVersion', 'invalid');
    await expect(run()).rejects.toThrow(/Uploaded to: acme\/b/);
    await write('infra/main.tf', '# another');
    await expect(run()).rejects.toThrow(
      /another one than when this step began/,
    );
    expect(tfc.uploads).toHaveLength(1);
  });

  it('asks again where no answer came', async () => {
    const { run, tfc } = set();
    tfc.fail('createConfigurationVersion', 'unavailable', { when: 'after' });
    const { outputs } = await run({ workspaces: ['acme/a'] });
    expect(outputs.configurationVersions).toEqual({ 'acme/a': 'cv-2' });
  });

  it.each([
    [['pending', 'errored'], /did not take the configuration of acme\/a/],
    [['pending'], /cv-1 is pending after five minutes/],
    [['fermenting'], /cv-1 is fermenting/],
  ])(
    'says it where HCP Terraform does not take it: %j',
    async (all, message) => {
      const { run, tfc } = set();
      tfc.before('uploadConfiguration', () => {
        tfc.versions['cv-1'] = all;
      });
      await expect(run({ workspaces: ['acme/a'] })).rejects.toThrow(message);
    },
  );

  it('refuses workspaces that cannot take it, before it uploads any', async () => {
    const { run, tfc } = set();
    tfc.add('elsewhere', { workingDirectory: 'terraform' });
    tfc.add('linked', { vcsRepo: { identifier: 'acme/orders' } as any });
    await expect(
      run({ workspaces: ['acme/a', 'acme/elsewhere'] }),
    ).rejects.toThrow(/works in "terraform"/);
    await expect(
      run({ workspaces: ['acme/a', 'acme/linked'] }),
    ).rejects.toThrow(/gets its configuration from acme\/orders/);
    expect(tfc.uploads).toEqual([]);
    await run({ workspaces: ['acme/linked'], speculative: true });
    expect(tfc.uploads).toHaveLength(1);
  });

  it('takes links along that stay inside, and no others', async () => {
    await symlink('main.tf', join(folder, 'infra/link.tf'));
    const { run, tfc } = set();
    await run({ workspaces: ['acme/a'] });
    expect(tfc.uploads).toHaveLength(1);
    for (const [index, target] of [
      '../README.md',
      '/etc/passwd',
      'nowhere.tf',
    ].entries()) {
      const link = join(folder, `infra/bad-${index}.tf`);
      await symlink(target, link);
      await expect(set().run({ workspaces: ['acme/a'] })).rejects.toThrow(
        `infra/bad-${index}.tf is a symbolic link to something that is not uploaded`,
      );
      await rm(link);
    }
  });

  it('follows no link that stands for infra/ itself', async () => {
    await rm(join(folder, 'infra'), { recursive: true });
    await symlink('/etc', join(folder, 'infra'));
    const { run, tfc } = set();
    await expect(run()).rejects.toThrow();
    expect(tfc.uploads).toEqual([]);
  });

  it('says in a dry run what it would do, and writes nothing', async () => {
    const { run, tfc } = set();
    const { log, outputs } = await run(
      { workspaces: ['acme/a', 'acme/new'] },
      { isDryRun: true },
    );
    expect(log).toEqual([
      "acme/new: unknown. It is not there yet, or the portal's token may not see it.",
      'acme/a: would get infra/ of the task https://tfc.test/a',
    ]);
    expect(outputs.configurationVersions).toEqual({});
    expect(tfc.uploads).toEqual([]);
  });

  it('ends at once when the task is cancelled', async () => {
    const { run, clock } = set();
    const controller = new AbortController();
    clock.onPause = () => controller.abort(new Error('cancelled'));
    await expect(run({}, { signal: controller.signal })).rejects.toThrow(
      'cancelled',
    );
  });
});
