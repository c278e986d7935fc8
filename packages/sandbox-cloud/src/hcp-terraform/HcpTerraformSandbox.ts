import type { CloudTrailRecord } from '../cloudtrail';
import { TERRAFORM_ORGANIZATION } from '../organisation';
import { assessmentId } from './assessments';
import { ConfigurationVersions } from './configuration-versions';
import type { HcpState, HcpWorkspace } from './HcpState';
import { HcpStore } from './HcpStore';
import { listPage } from './json-api';
import type { Query } from './json-api';
import { Notifications } from './notifications';
import { outputResources } from './outputs';
import { Projects } from './projects';
import { workspaceResources } from './resources';
import { RunTriggers } from './run-triggers';
import { advanceRuns, resourcesOf, Runs } from './runs';
import type { OddityOf } from './runs';
import { Teams } from './teams';
import { VariableSets } from './variable-sets';
import { Variables } from './variables';
import { Workspaces } from './workspaces';

/** What the API does, over the state that is kept. */
export class HcpTerraformSandbox {
  readonly organization = TERRAFORM_ORGANIZATION;
  readonly projects: Projects;
  readonly workspaces: Workspaces;
  readonly variables: Variables;
  readonly configurationVersions: ConfigurationVersions;
  readonly runs: Runs;
  readonly runTriggers: RunTriggers;
  readonly notifications: Notifications;
  readonly teams: Teams;
  readonly variableSets: VariableSets;
  readonly #store: HcpStore;
  readonly #speed: number;

  constructor(options: {
    state: HcpState;
    now: () => number;
    /** How much faster than real runs go by. */
    speed: number;
    /** Keeps the state, with what CloudTrail saw of the change. */
    save: (records: CloudTrailRecord[]) => void;
    oddityOf?: OddityOf;
  }) {
    const store = new HcpStore(options);
    this.#store = store;
    this.#speed = options.speed;
    this.projects = new Projects(store);
    this.workspaces = new Workspaces(store);
    this.variables = new Variables(store);
    this.configurationVersions = new ConfigurationVersions(store);
    this.runs = new Runs(store, options.oddityOf);
    this.runTriggers = new RunTriggers(store);
    this.notifications = new Notifications(store);
    this.teams = new Teams(store);
    this.variableSets = new VariableSets(store);
  }

  /** Whether it is the name of the organization, or a number behind it. */
  isOrganization(name: string): boolean {
    return name.replace(/-\d+$/, '') === this.organization;
  }

  /** Brings every run to where it is by now. */
  advance(): void {
    const { state, now, save } = this.#store;
    const records = advanceRuns(state, now(), this.#speed, (workspace, run) =>
      this.notifications.tell(workspace, run),
    );
    if (records) {
      save(records);
    }
  }

  /**
   * Tells the workspaces that are linked to a repository of a commit. One that never
   * had a run begins none, unless it is to.
   */
  async push(
    repository: string,
    pushed: { commit: string; archive: Buffer },
  ): Promise<void> {
    for (const { id, settings, runIds } of this.#store.state.workspaces) {
      if (!isLinked(settings, repository)) {
        continue;
      }
      const version = await this.configurationVersions.ingress(id, pushed);
      if (runIds.length > 0 || settings['queue-all-runs'] === true) {
        this.runs.create(runOf(id, version.id, pushed.commit));
      }
    }
  }

  /**
   * Assesses workspaces of which somebody has changed a resource, and tells of those
   * that are assessed at all.
   */
  drift(workspaces: readonly HcpWorkspace[]): void {
    const { now, save } = this.#store;
    const assessed = workspaces.filter(workspace => {
      workspace.drift = { resources: 1, at: now() };
      return assessmentId(workspace) !== undefined;
    });
    save([]);
    assessed.forEach(workspace => this.notifications.tellDrift(workspace));
  }

  listOutputs(workspaceId: string) {
    return { data: outputResources(this.#store.workspace(workspaceId)) };
  }

  listResources(workspaceId: string, query: Query) {
    const { state } = this.#store;
    const workspace = this.#store.workspace(workspaceId);
    const applied = state.runs.findLast(
      run => run.workspaceId === workspaceId && run.status === 'applied',
    );
    const known = applied ? resourcesOf(state, workspace, applied) : [];
    return listPage(workspaceResources(workspace, known), query, data => ({
      data,
    }));
  }
}

function isLinked(
  settings: Record<string, unknown> | undefined,
  repository: string,
): settings is Record<string, unknown> {
  const link = settings?.['vcs-repo'] as { identifier?: string } | undefined;
  return link?.identifier?.split('/').pop() === repository;
}

/** As the API is asked for one. */
function runOf(workspaceId: string, versionId: string, commit: string) {
  return {
    data: {
      attributes: { message: `Commit ${commit.slice(0, 8)}` },
      relationships: {
        workspace: { data: { type: 'workspaces', id: workspaceId } },
        'configuration-version': {
          data: { type: 'configuration-versions', id: versionId },
        },
      },
    },
  };
}
