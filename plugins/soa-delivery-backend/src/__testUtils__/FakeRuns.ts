import { HcpTerraformError } from '@backstage-soa/plugin-soa-node';
import type {
  HcpTerraformClient,
  HcpTerraformRun,
} from '@backstage-soa/plugin-soa-node';

const NEXT: Record<string, string> = {
  pending: 'planning',
  planning: 'planned',
  confirmed: 'applying',
  applying: 'applied',
};

export type FakeRun = HcpTerraformRun & {
  workspaceId: string;
  autoApply?: boolean;
};

/** Those after which a run is heard of no more. */
const ENDED = [
  'applied',
  'planned_and_finished',
  'errored',
  'discarded',
  'canceled',
];

/** Runs, and their plans: each look at a run lets it go on. */
export abstract class FakeRuns {
  readonly runs: FakeRun[] = [];
  applied = 0;
  /** How often runs were listed, which is rationed. */
  listsOfRuns = 0;
  /** Called once something is written, before anybody is told. */
  afterWrite?: (what: string) => void;
  /** Called before each write, by what is written. */
  beforeWrite?: (what: string) => void;
  /** Workspaces whose plans fail, by name. */
  failing = new Set<string>();
  /** Workspaces whose applies fail, by name. */
  failingToApply = new Set<string>();
  /** What plans would destroy, by the names of their workspaces. */
  destroys: Record<string, Array<{ address: string; type: string }>> = {};
  /** Thrown instead of the next answers about a run. */
  errors: Error[] = [];
  /** Thrown whenever a run is asked for. */
  refusal?: Error;

  protected abstract isAutoApplied(workspaceId: string): boolean;

  /** Whether plans of a workspace fail for what its variables say. */
  protected abstract hasCulprit(workspaceId: string): boolean;

  protected runMethods(): Partial<HcpTerraformClient> {
    return {
      createRun: async ({
        workspaceId,
        configurationVersionId,
        message,
        autoApply,
        planOnly,
        isDestroy,
      }) => {
        this.beforeWrite?.('run');
        if (this.refusal) {
          throw this.refusal;
        }
        const run = {
          id: `run-${this.runs.length + 1}`,
          workspaceId,
          configurationVersionId,
          status: 'pending',
          message,
          isConfirmable: false,
          planOnly: Boolean(planOnly),
          isDestroy: Boolean(isDestroy),
          planId: `plan-${this.runs.length + 1}`,
          autoApply:
            autoApply === 'as-workspace' && this.isAutoApplied(workspaceId),
        };
        this.runs.unshift(run);
        this.afterWrite?.('run');
        return { ...run };
      },
      listRuns: async workspaceId => {
        this.listsOfRuns += 1;
        return this.runs
          .filter(run => run.workspaceId === workspaceId)
          .map(run => ({ ...run }));
      },
      getRun: async id => this.#lookAt(id),
      applyRun: async id => {
        this.beforeWrite?.('apply');
        const run = this.runs.find(one => one.id === id)!;
        if (run.status !== 'planned') {
          throw new HcpTerraformError('conflict', 'not waiting', 409);
        }
        this.applied += 1;
        run.status = 'confirmed';
        run.isConfirmable = false;
        this.afterWrite?.('apply');
      },
      discardRun: async id => this.#end(id, 'discarded', true),
      cancelRun: async id => this.#end(id, 'canceled', false),
      getPlan: async id => {
        const run = this.runs.find(({ planId }) => planId === id)!;
        const name = run.workspaceId.replace(/^ws-/, '');
        return {
          id,
          status: 'finished',
          resourceAdditions: 1,
          resourceChanges: 0,
          resourceDestructions: this.destroys[name]?.length ?? 0,
        };
      },
      listPlannedChanges: async id => {
        const run = this.runs.find(({ planId }) => planId === id)!;
        const name = run.workspaceId.replace(/^ws-/, '');
        return (this.destroys[name] ?? []).map(one => ({
          ...one,
          actions: ['delete'],
        }));
      },
    };
  }

  #end(id: string, status: string, waits: boolean): void {
    this.beforeWrite?.('end');
    const run = this.runs.find(one => one.id === id)!;
    if (ENDED.includes(run.status) || (run.status === 'planned') !== waits) {
      throw new HcpTerraformError('conflict', 'transition not allowed', 409);
    }
    run.status = status;
    run.isConfirmable = false;
  }

  #lookAt(id: string): FakeRun | undefined {
    const error = this.errors.shift();
    if (error) {
      throw error;
    }
    const run = this.runs.find(one => one.id === id);
    if (!run) {
      return undefined;
    }
    const fails =
      run.status === 'planning' &&
      (this.failing.has(run.workspaceId.replace(/^ws-/, '')) ||
        this.hasCulprit(run.workspaceId));
    const failsToApply =
      run.status === 'applying' &&
      this.failingToApply.has(run.workspaceId.replace(/^ws-/, ''));
    run.status =
      fails || failsToApply ? 'errored' : NEXT[run.status] ?? run.status;
    if (run.status === 'planned' && run.planOnly) {
      run.status = 'planned_and_finished';
    }
    if (run.status === 'planned' && run.autoApply) {
      run.status = 'confirmed';
    }
    run.isConfirmable = run.status === 'planned';
    return { ...run };
  }
}
