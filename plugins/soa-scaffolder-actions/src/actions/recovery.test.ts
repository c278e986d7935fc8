import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runAction, runsServices } from '../__testUtils__';
import { DyingBackend } from '../__testUtils__/DyingBackend';
import { createDestroyWorkspacesAction } from './destroyWorkspaces';
import { createStartRunsAction } from './startRuns';
import { createUploadConfigurationAction } from './uploadConfiguration';

const sourceUrl = 'https://github.com/acme/orders/tree/0123abc';
const workspaces = ['acme/a', 'acme/b'];
const input = { componentRef: 'component:default/orders', workspaces };

type Services = ReturnType<typeof runsServices>;
type Run = Awaited<ReturnType<typeof runAction>>;

/**
 * Has a backend die after each of its writes and checkpoints, and another go on in
 * an empty folder with the checkpoints that were kept.
 *
 * @param check - sees what is there in the end
 * @returns how many deaths there were
 */
async function dieEverywhere(
  create: (services: Services) => Parameters<typeof runAction>[0],
  more: object,
  check: (services: Services, again: Promise<Run>, after: number) => unknown,
  folder?: string,
): Promise<number> {
  for (let after = 1; ; after += 1) {
    const services = runsServices();
    services.hcpTerraform.add('a');
    services.hcpTerraform.add('b');
    services.repositories.folders[sourceUrl] = { 'infra/main.tf': '# main' };
    const kept = new Map<string, unknown>();
    const dying = new DyingBackend(after, kept);
    const hasDied = await runAction(
      create({
        ...services,
        hcpTerraform: dying.reach(
          services.hcpTerraform,
        ) as Services['hcpTerraform'],
        delivery: {
          ...services.delivery,
          removeAccess: jest.fn((...asked) =>
            dying.write(() => services.delivery.removeAccess(...asked)),
          ),
        },
      }),
      { ...input, ...more },
      { checkpoints: dying.checkpoints, workspacePath: folder },
    ).then(
      () => false,
      error => /SIGKILL/.test(error.message) || Promise.reject(error),
    );
    if (!hasDied) {
      return after - 1;
    }
    const empty = await mkdtemp(join(tmpdir(), 'soa-recovery-'));
    try {
      const again = runAction(
        create(services),
        { ...input, ...more },
        { checkpoints: kept, workspacePath: empty },
      );
      await check(services, again, after);
    } finally {
      await rm(empty, { recursive: true });
    }
  }
}

describe('a task whose backend is killed after any write or checkpoint', () => {
  it('starts, confirms and follows one run a workspace', async () => {
    const deaths = await dieEverywhere(
      createStartRunsAction,
      { operation: 'apply', autoApply: true },
      async ({ hcpTerraform }, again) => {
        const { outputs } = await again;
        expect(
          outputs.runs.map((run: any) => [run.workspace, run.outcome]),
        ).toEqual(workspaces.map(name => [name, 'succeeded']));
        expect(
          hcpTerraform.runs.map(run => [run.workspaceId, run.status]).sort(),
        ).toEqual([
          ['ws-a', 'applied'],
          ['ws-b', 'applied'],
        ]);
        expect(hcpTerraform.count('createRun')).toBe(2);
        expect(hcpTerraform.count('applyRun')).toBe(2);
      },
    );
    // Each workspace: asked, created, its id, confirmed, its end.
    expect(deaths).toBe(10);
  });

  it('destroys and deletes each workspace once, and leaves no access', async () => {
    const deaths = await dieEverywhere(
      createDestroyWorkspacesAction,
      {},
      async ({ hcpTerraform, delivery }, again) => {
        const { outputs } = await again;
        expect(
          outputs.workspaces.map((one: any) => one.workspace).sort(),
        ).toEqual(workspaces);
        expect(
          outputs.workspaces.every(({ outcome }: any) =>
            ['deleted', 'gone'].includes(outcome),
          ),
        ).toBe(true);
        expect(hcpTerraform.workspaces).toEqual([]);
        expect(
          hcpTerraform.runs.map(run => [run.workspaceId, run.status]).sort(),
        ).toEqual([
          ['ws-a', 'applied'],
          ['ws-b', 'applied'],
        ]);
        expect(hcpTerraform.count('createRun')).toBe(2);
        expect(hcpTerraform.count('applyRun')).toBe(2);
        expect(hcpTerraform.count('safeDeleteWorkspace')).toBe(2);
        const removed = delivery.removeAccess.mock.calls.map(
          ([{ workspace }]) => workspace,
        );
        expect([...new Set(removed)].sort()).toEqual(workspaces);
      },
    );
    // Each: asked, created, its id, confirmed, its end; deleted; without access.
    expect(deaths).toBe(18);
  });

  it('gives each workspace the configuration, and none again that is known to have it', async () => {
    const deaths = await dieEverywhere(
      createUploadConfigurationAction,
      { sourceUrl },
      async ({ hcpTerraform }, again, after) => {
        const { outputs } = await again;
        const versions: string[] = Object.values(outputs.configurationVersions);
        expect(Object.keys(outputs.configurationVersions).sort()).toEqual(
          workspaces,
        );
        for (const version of versions) {
          expect(hcpTerraform.versions[version]).toEqual(['uploaded']);
        }
        expect(new Set(versions).size).toBe(2);
        // What was under way is made anew, as it cannot be told from others'.
        const given = hcpTerraform.uploads.length;
        expect([after, given]).toEqual([after, expect.any(Number)]);
        expect(given).toBeLessThanOrEqual(4);
        expect(new Set(hcpTerraform.uploads.map(String)).size).toBe(1);
      },
    );
    // What is uploaded, and for each workspace: a place, the upload, its id.
    expect(deaths).toBe(7);
  });

  it('uploads nothing of a folder that has gone with it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'soa-recovery-'));
    await mkdir(join(folder, 'infra'));
    await writeFile(join(folder, 'infra/main.tf'), '# main');
    try {
      await dieEverywhere(
        createUploadConfigurationAction,
        {},
        async ({ hcpTerraform }, again, after) => {
          const before = hcpTerraform.uploads.length;
          await again.then(
            () => expect(after).toBe(7),
            error =>
              expect(error.message).toMatch(
                /no files in infra\/, .* start the template again with the same input/,
              ),
          );
          expect(hcpTerraform.uploads).toHaveLength(before);
        },
        folder,
      );
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
