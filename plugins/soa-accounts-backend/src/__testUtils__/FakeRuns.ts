import { HcpTerraformError } from '@backstage-soa/plugin-soa-node';
import type {
  HcpTerraformClient,
  HcpTerraformResource,
  HcpTerraformRun,
} from '@backstage-soa/plugin-soa-node';

/** A run that has applied a configuration. */
export function runOf(change: Partial<HcpTerraformRun> = {}): HcpTerraformRun {
  return {
    id: 'run-1',
    workspaceId: 'ws-orders1',
    status: 'applied',
    message: 'Commit 1a2b',
    createdAt: '2026-01-01T00:00:00Z',
    configurationVersionId: 'cv-1',
    isConfirmable: false,
    ...change,
  };
}

/** A run that waits for somebody. */
export function waitingRun(
  change: Partial<HcpTerraformRun> = {},
): HcpTerraformRun {
  return runOf({
    id: 'run-2',
    status: 'planned',
    hasChanges: true,
    isConfirmable: true,
    isDiscardable: true,
    plan: {
      id: 'plan-2',
      status: 'finished',
      resourceAdditions: 3,
      resourceChanges: 1,
      resourceDestructions: 0,
      resourceImports: 0,
    },
    ...change,
  });
}

/** The runs of all workspaces, the newest first, and their resources. */
export class FakeRuns {
  runs: HcpTerraformRun[] = [];
  versions: string[] = [];
  resources: HcpTerraformResource[] = [];
  /** What was asked to be done, with what. */
  done: unknown[] = [];
  lists = 0;
  failure?: Error;

  client(): Partial<HcpTerraformClient> {
    const end =
      (what: string, status: string) => async (id: string, input: object) => {
        this.#fail();
        this.done.push([what, id, input]);
        this.runs = this.runs.map(run =>
          run.id === id
            ? { ...run, status, isConfirmable: false, isDiscardable: undefined }
            : run,
        );
      };
    return {
      listRuns: async workspaceId => {
        this.lists += 1;
        this.#fail();
        return this.runs.filter(run => run.workspaceId === workspaceId);
      },
      getRun: async id => {
        this.#fail();
        return this.runs.find(run => run.id === id);
      },
      createRun: async input => {
        this.#fail();
        this.done.push(['create', input]);
        const run = runOf({ id: 'run-new', status: 'pending', ...input });
        this.runs.unshift(run);
        return run;
      },
      applyRun: end('apply', 'confirmed'),
      discardRun: end('discard', 'discarded'),
      cancelRun: end('cancel', 'canceled'),
      listConfigurationVersions: async () =>
        this.versions.map(id => ({ id, status: 'uploaded' } as never)),
      listResources: async (_id, page) => {
        this.#fail();
        return {
          items: this.resources.slice(page - 1, page),
          ...(page < this.resources.length && { nextPage: page + 1 }),
        };
      },
    };
  }

  #fail() {
    if (this.failure) {
      throw this.failure;
    }
  }
}

/** HCP Terraform takes no more requests. */
export const throttled = () =>
  new HcpTerraformError('unavailable', 'takes no more requests now', 429);
