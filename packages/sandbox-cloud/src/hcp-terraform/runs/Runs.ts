import { HcpError } from '../HcpError';
import type { HcpRun, HcpWorkspace } from '../HcpState';
import type { HcpStore } from '../HcpStore';
import { listPage } from '../json-api';
import type { Query } from '../json-api';
import { hasEnded } from './hasEnded';
import { planResource } from './planResource';
import { runBody } from './runBody';
import { runResource } from './runResource';

/** The runs of workspaces, and their plans. */
export class Runs {
  constructor(private readonly store: HcpStore) {}

  create(body: unknown) {
    const { workspaceId, configurationVersionId, message, planOnly } =
      runBody(body);
    const workspace = this.store.workspace(workspaceId);
    const configuration =
      configurationVersionId ??
      this.#newest(workspace)?.configurationVersionId ??
      null;
    if (
      configurationVersionId &&
      this.store.configurationVersion(configurationVersionId).status !==
        'uploaded'
    ) {
      throw new HcpError(422, 'The configuration version is not uploaded');
    }
    const now = this.store.now();
    const run: HcpRun = {
      id: this.store.id('run', workspaceId),
      workspaceId,
      configurationVersionId: configuration,
      message,
      planOnly,
      status: 'pending',
      since: now,
      createdAt: now,
      plan: { add: 0, change: 0, destroy: 0 },
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
    const run = this.store.run(id);
    if (run.status !== 'planned') {
      throw new HcpError(
        409,
        hasEnded(run) ? 'run has ended' : 'transition not allowed',
      );
    }
    run.status = 'confirmed';
    run.since = this.store.now();
    this.store.save([]);
  }

  getPlan(id: string) {
    return { data: planResource(this.store.run(id.replace('plan-', 'run-'))) };
  }

  #newest({ runIds }: HcpWorkspace): HcpRun | undefined {
    return this.store.state.runs.find(({ id }) => id === runIds.at(-1));
  }
}
