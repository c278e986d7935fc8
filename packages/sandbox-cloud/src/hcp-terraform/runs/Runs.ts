import { HcpError } from '../HcpError';
import type {
  HcpConfigurationVersion,
  HcpRun,
  HcpWorkspace,
  RunOddity,
} from '../HcpState';
import type { HcpStore } from '../HcpStore';
import { listPage } from '../json-api';
import type { Query } from '../json-api';
import { costEstimateResource } from './costEstimateResource';
import { hasEnded } from './hasEnded';
import { planResource } from './planResource';
import {
  policyCheckResource,
  policyEvaluationResource,
  tfPolicyEvaluationResource,
} from './policyResources';
import { runBody } from './runBody';
import { runResource } from './runResource';

/** The runs of workspaces, and what belongs to them. */
export class Runs {
  constructor(
    private readonly store: HcpStore,
    private readonly oddityOf: (
      workspace: string,
    ) => RunOddity | undefined = () => undefined,
  ) {}

  create(body: unknown) {
    const { workspaceId, configurationVersionId, ...asked } = runBody(body);
    const workspace = this.store.workspace(workspaceId);
    const version = configurationVersionId
      ? this.store.configurationVersion(configurationVersionId)
      : this.#configuration(workspace);
    // What was always there has no configuration, but has had runs.
    if (!version && workspace.runIds.length === 0) {
      throw new HcpError(422, 'Configuration version is missing');
    }
    if (version && version.status !== 'uploaded') {
      throw new HcpError(422, 'The configuration version is not uploaded');
    }
    const now = this.store.now();
    const oddity = this.oddityOf(workspace.name);
    const run: HcpRun = {
      ...asked,
      planOnly: asked.planOnly || version?.speculative === true,
      autoApply: asked.autoApply ?? workspace.autoApply,
      id: this.store.id('run', workspaceId),
      workspaceId,
      configurationVersionId: version?.id ?? null,
      status: 'pending',
      since: now,
      createdAt: now,
      plan: { add: 0, change: 0, destroy: 0 },
      ...(oddity && { oddity }),
    };
    this.store.state.runs.push(run);
    workspace.runIds.push(run.id);
    this.store.save([]);
    return { data: runResource(run) };
  }

  get(id: string) {
    return { data: runResource(this.store.run(id)) };
  }

  list(workspaceId: string, query: Query) {
    const ids = [...this.store.workspace(workspaceId).runIds].reverse();
    return listPage(ids, query, page => ({
      data: page.map(id => runResource(this.store.run(id))),
    }));
  }

  apply(id: string): void {
    this.#turn(id, 'confirmed', run => run.status === 'planned');
  }

  discard(id: string): void {
    this.#turn(id, 'discarded', run =>
      ['pending', 'planned'].includes(run.status),
    );
  }

  cancel(id: string): void {
    this.#turn(
      id,
      'canceled',
      run => !hasEnded(run) && run.status !== 'planned',
    );
  }

  getPlan(id: string) {
    return { data: planResource(this.#runOf(id)) };
  }

  getCostEstimate(id: string) {
    const run = this.#runOf(id);
    const { resourceCount } = this.store.workspace(run.workspaceId);
    return { data: costEstimateResource(run, resourceCount) };
  }

  listPolicyEvaluations(taskStageId: string, query: Query) {
    return listPage([this.#runOf(taskStageId)], query, runs => ({
      data: runs.map(policyEvaluationResource),
    }));
  }

  listPolicyChecks(id: string, query: Query) {
    return listPage([this.store.run(id)], query, runs => ({
      data: runs.map(policyCheckResource),
    }));
  }

  listTfPolicyEvaluations(id: string, query: Query) {
    return listPage([this.store.run(id)], query, runs => ({
      data: runs.map(tfPolicyEvaluationResource),
    }));
  }

  /** What belongs to a run has its id, with another prefix. */
  #runOf(id: string): HcpRun {
    return this.store.run(id.replace(/^[a-z]+-/, 'run-'));
  }

  #turn(id: string, status: string, isAllowed: (run: HcpRun) => boolean): void {
    const run = this.store.run(id);
    if (!isAllowed(run)) {
      throw new HcpError(
        409,
        hasEnded(run) ? 'run has ended' : 'transition not allowed',
      );
    }
    run.status = status;
    run.since = this.store.now();
    this.store.save([]);
  }

  /** What a workspace was given last that may be applied. */
  #configuration({ id }: HcpWorkspace): HcpConfigurationVersion | undefined {
    return this.store.state.configurationVersions.findLast(
      ({ workspaceId, status, speculative }) =>
        workspaceId === id && status === 'uploaded' && !speculative,
    );
  }
}
