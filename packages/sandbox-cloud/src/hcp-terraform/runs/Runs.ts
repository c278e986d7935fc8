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
import { applyLog, planLog } from '../logs';
import { applyResource } from './applyResource';
import { costEstimateResource } from './costEstimateResource';
import { hasEnded } from './hasEnded';
import { planStatus } from './phaseStatus';
import { plannedChanges } from './plannedChanges';
import { planResource } from './planResource';
import {
  policyCheckResource,
  policyEvaluationResource,
  tfPolicyEvaluationResource,
} from './policyResources';
import { resourcesOf } from './resourcesOf';
import { runBody } from './runBody';
import { runResource } from './runResource';

/** What becomes of a run that is started in a workspace, if it is anything odd. */
export type OddityOf = (
  workspace: string,
  run: {
    planOnly: boolean;
    /** How many runs the workspace had before. */
    serial: number;
  },
) => RunOddity | undefined;

/** The runs of workspaces, and what belongs to them. */
export class Runs {
  constructor(
    private readonly store: HcpStore,
    private readonly oddityOf: OddityOf = () => undefined,
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
    const planOnly = asked.planOnly || version?.speculative === true;
    const oddity = this.oddityOf(workspace.name, {
      planOnly,
      serial: workspace.runIds.length,
    });
    const run: HcpRun = {
      ...asked,
      planOnly,
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
    if (!planOnly) {
      workspace.currentRunId = run.id;
    }
    this.store.save([]);
    return { data: runResource(run) };
  }

  /** @param archivist - the origin of logs */
  get(id: string, { include }: Query, archivist: string) {
    const run = this.store.run(id);
    return {
      data: runResource(run),
      ...(include === 'plan' && {
        included: [planResource(run, `${archivist}/_archivist`)],
      }),
    };
  }

  list(workspaceId: string, query: Query) {
    const ids = [...this.store.workspace(workspaceId).runIds].reverse();
    return listPage(ids, query, page => ({
      data: page.map(id => runResource(this.store.run(id))),
    }));
  }

  apply(id: string): void {
    const run = this.#turn(
      id,
      'confirmed',
      ({ status }) => status === 'planned',
    );
    run.confirmedAt = run.since;
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

  /** @param archivist - as for `get` */
  getPlan(id: string, archivist: string) {
    return { data: planResource(this.#runOf(id), `${archivist}/_archivist`) };
  }

  getApply(id: string, archivist: string) {
    return { data: applyResource(this.#runOf(id), `${archivist}/_archivist`) };
  }

  /** @returns the id of what the archivist has; `undefined` as long as it plans */
  plannedId(id: string): string | undefined {
    const run = this.#runOf(id);
    const status = planStatus(run);
    if (['errored', 'canceled', 'unreachable'].includes(status)) {
      throw new HcpError(404, 'not found');
    }
    return status === 'finished' ? id : undefined;
  }

  /** A plan as Terraform writes it, without values. */
  readPlan(id: string) {
    const run = this.#runOf(id);
    const { terraformVersion } = this.store.workspace(run.workspaceId);
    return {
      format_version: '1.2',
      terraform_version: terraformVersion,
      resource_changes: this.#changesOf(run),
    };
  }

  /** @param id - of a plan or an apply */
  readLog(id: string): string {
    const run = this.#runOf(id);
    const { terraformVersion } = this.store.workspace(run.workspaceId);
    const write = id.startsWith('apply-') ? applyLog : planLog;
    return write(run, this.#changesOf(run), terraformVersion);
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

  #changesOf(run: HcpRun) {
    const { state } = this.store;
    const workspace = this.store.workspace(run.workspaceId);
    return plannedChanges(run, resourcesOf(state, workspace, run));
  }

  /** What belongs to a run has its id, with another prefix. */
  #runOf(id: string): HcpRun {
    return this.store.run(id.replace(/^[a-z]+-/, 'run-'));
  }

  #turn(
    id: string,
    status: string,
    isAllowed: (run: HcpRun) => boolean,
  ): HcpRun {
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
    return run;
  }

  /** What a workspace was given last that may be applied. */
  #configuration({ id }: HcpWorkspace): HcpConfigurationVersion | undefined {
    return this.store.state.configurationVersions.findLast(
      ({ workspaceId, status, speculative }) =>
        workspaceId === id && status === 'uploaded' && !speculative,
    );
  }
}
