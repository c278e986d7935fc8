import { resolve } from 'node:path';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { runAction } from '../__testUtils__';
import {
  ordersRepository,
  ORDERS_ROOT,
} from '../__testUtils__/ordersRepository';
import { serviceActionOptions } from '../__testUtils__/serviceActions';
import { readFileTree } from '../files';
import type { ModuleSource } from '../render';
import { TerraformModules } from '../terraform-modules';
import { createUpgradeModulesAction } from './upgradeModules';

const MAIN = 'infra/main.tf';
const README = 'infra/modules/ecs-fargate/README.md';
const SUMS = 'infra/generated.sha256';

describe('soa:modules:upgrade', () => {
  const directory = createMockDirectory();
  /** Modules of the organisation's own, which go before the portal's. */
  const own = createMockDirectory();
  beforeEach(() => {
    directory.clear();
    own.clear();
  });

  async function set(
    options: {
      files?: Record<string, string | undefined>;
      groups?: string[];
      moduleSource?: (module: string) => ModuleSource | undefined;
    } = {},
  ) {
    const all = { ...(await ordersRepository()), ...options.files };
    const files = Object.fromEntries(
      Object.entries(all).filter(
        (entry): entry is [string, string] => entry[1] !== undefined,
      ),
    );
    const services = serviceActionOptions(files, options);
    const action = createUpgradeModulesAction({
      ...services,
      modules: new TerraformModules([
        own.path,
        resolve(__dirname, '../../../../terraform/modules'),
      ]),
      moduleSource: options.moduleSource ?? (() => undefined),
      productionEnvironments: ['prod'],
    });
    const upgrade = async (wish: object = {}, isDryRun = false) => {
      const run = await runAction(
        action,
        { componentRef: 'component:default/orders', ...wish },
        { workspacePath: directory.path, isDryRun },
      );
      return { ...run, written: await readFileTree(directory.path) };
    };
    return { upgrade, files, ...services };
  }

  /** The portal's module, as it becomes. */
  async function change(changes: Record<string, string | undefined>) {
    const files = await ordersRepository();
    const start = 'infra/modules/ecs-fargate/';
    const module = Object.fromEntries(
      Object.entries(files)
        .filter(([path]) => path.startsWith(start))
        .map(([path, text]) => [path.slice(start.length), text]),
    );
    const next = Object.entries({ ...module, ...changes }).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    );
    own.setContent({ 'ecs-fargate': Object.fromEntries(next) });
    return module;
  }

  it('has nothing to change where the module is the same', async () => {
    const { upgrade } = await set();
    const { outputs, written } = await upgrade();
    expect(written).toEqual({});
    expect(outputs).toMatchObject({
      hasChanges: false,
      isInPlace: true,
      filesToDelete: [],
    });
    expect(outputs.summary).toContain('as the portal has it now');
  });

  it('writes what is new, and nothing of the placements', async () => {
    const module = await set().then(() => change({}));
    await change({
      'variables.tf': `${module['variables.tf']}
variable "gpus" {
  type    = number
  default = 0
}
`,
      'firewall.tf': undefined,
      'new.tf': 'locals {}\n',
    });
    const { upgrade, files } = await set();
    const { outputs, written, log } = await upgrade();
    expect(Object.keys(written).sort()).toEqual([
      SUMS,
      MAIN,
      'infra/modules/ecs-fargate/new.tf',
      'infra/modules/ecs-fargate/variables.tf',
    ]);
    expect(written[MAIN]).toContain('local.p.settings.gpus');
    expect(outputs.filesToDelete).toEqual([
      'infra/modules/ecs-fargate/firewall.tf',
    ]);
    expect(log).toEqual(
      expect.arrayContaining([
        `Changes ${MAIN}`,
        'Removes infra/modules/ecs-fargate/firewall.tf',
        'The module has these settings besides: gpus',
      ]),
    );
    expect(log.join('\n')).toMatch(/^\+ .*local\.p\.settings\.gpus/m);

    // Once it is merged, there is nothing left of it.
    const merged: Record<string, string | undefined> = { ...files, ...written };
    delete merged['infra/modules/ecs-fargate/firewall.tf'];
    directory.clear();
    const { upgrade: again } = await set({
      files: { ...merged, 'infra/modules/ecs-fargate/firewall.tf': undefined },
    });
    expect((await again()).outputs.isInPlace).toBe(true);
  });

  it('refuses to take what people have changed, unless told to', async () => {
    await change({ 'README.md': 'new\n' });
    const { upgrade } = await set({ files: { [README]: 'ours\n' } });
    await expect(upgrade({}, true)).rejects.toThrow(
      `overwrite: people have changed these files since the portal wrote them, and would lose that: ${README}.`,
    );
    expect(await readFileTree(directory.path)).toEqual({});
    const { written, log } = await upgrade({ overwrite: true });
    expect(written[README]).toBe('new\n');
    expect(log).toContain(`${README}: what somebody had changed in it is lost`);
  });

  it('leaves files that are people’s own', async () => {
    await change({ 'README.md': 'new\n' });
    const { upgrade } = await set({
      files: {
        'infra/ours.tf': 'locals {}\n',
        'infra/modules/ecs-fargate/ours.tf': 'locals {}\n',
      },
    });
    const { written, outputs } = await upgrade();
    expect(Object.keys(written)).toEqual([SUMS, README]);
    expect(outputs.filesToDelete).toEqual([]);
  });

  it('does not know of a repository without checksums, and records them', async () => {
    const same = await set({ files: { [SUMS]: undefined } });
    const { written, log } = await same.upgrade();
    expect(Object.keys(written)).toEqual([SUMS]);
    expect(log[0]).toMatch(/by which the next upgrade knows/);

    await change({ 'README.md': 'new\n' });
    directory.clear();
    const { upgrade } = await set({ files: { [SUMS]: undefined } });
    await expect(upgrade()).rejects.toThrow(
      `before the portal kept checksums, so whether people have changed these files is not known: ${README}.`,
    );
    expect(Object.keys((await upgrade({ overwrite: true })).written)).toEqual([
      SUMS,
      README,
    ]);
  });

  it('adds what older templates did not write of a placement', async () => {
    const path = 'infra/placements/dev-use1.json';
    const { files } = await set();
    const { regions, ...old } = JSON.parse(files[path]);
    const { upgrade } = await set({ files: { [path]: JSON.stringify(old) } });
    const { written } = await upgrade();
    expect(JSON.parse(written[path])).toEqual({ ...old, regions });
  });

  it('says which settings the module takes no more', async () => {
    const path = 'infra/placements/dev-use1.json';
    const { files } = await set();
    const { upgrade } = await set({
      files: { [path]: files[path].replace('"cpu"', '"cpus"') },
    });
    expect((await upgrade()).log).toContain(
      `${path}: the module has no cpus any more`,
    );
  });

  it('takes another version of a module that is not vendored', async () => {
    const sourceOf = (ref: string) => (module: string) => ({
      source: `git::https://git.acme.example/${module}.git?ref=${ref}`,
    });
    const { upgrade, repositories } = await set({
      moduleSource: sourceOf('v1'),
    });
    const first = await upgrade();
    expect(first.outputs.filesToDelete).toContain(README);
    expect(first.written[MAIN]).toContain('?ref=v1');
    repositories.folders[ORDERS_ROOT] = Object.fromEntries(
      Object.entries({
        ...repositories.folders[ORDERS_ROOT],
        ...first.written,
      }).filter(([path]) => !first.outputs.filesToDelete.includes(path)),
    );
    const files = repositories.folders[ORDERS_ROOT];
    directory.clear();
    const services = serviceActionOptions(files);
    const { outputs } = await runAction(
      createUpgradeModulesAction({
        ...services,
        modules: new TerraformModules([
          resolve(__dirname, '../../../../terraform/modules'),
        ]),
        moduleSource: sourceOf('v2'),
        productionEnvironments: ['prod'],
      }),
      { componentRef: 'component:default/orders' },
      { workspacePath: directory.path },
    );
    expect(outputs.summary).toMatch(/-.*\?ref=v1"\n\+.*\?ref=v2"/);
    expect(Object.keys(await readFileTree(directory.path))).toEqual([
      SUMS,
      MAIN,
    ]);
  });

  it.each([
    ['no module', 'locals {}\n', /has no module "service"/],
    [
      'one from elsewhere',
      'module "service" {\n  source = "git::https://x.test/y"\n}\n',
      /takes its module from git::https:\/\/x\.test\/y, and the portal knows none/,
    ],
  ])('says so where main.tf takes %s', async (_, main, message) => {
    const { upgrade } = await set({ files: { [MAIN]: main } });
    await expect(upgrade({}, true)).rejects.toThrow(message);
    // It is there all the same for whoever names it.
    await expect(upgrade({ module: 'ecs-fargate' }, true)).rejects.toThrow(
      /people have changed these files.*main\.tf/,
    );
  });

  it('is for members of the owner, and unknown where nothing can be read', async () => {
    const { upgrade } = await set({ groups: [] });
    await expect(upgrade({}, true)).rejects.toThrow('not a member');
    const { upgrade: mine, repositories } = await set();
    repositories.unreadable = new Error('No answer');
    expect((await mine({}, true)).outputs).toMatchObject({
      hasChanges: false,
      isInPlace: false,
    });
  });
});
