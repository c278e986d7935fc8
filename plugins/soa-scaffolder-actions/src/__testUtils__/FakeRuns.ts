import { HcpTerraformError } from '@backstage-soa/plugin-soa-node';
import type {
  HcpTerraform,
  HcpTerraformClient,
  HcpTerraformErrorKind,
  HcpTerraformRun,
  HcpTerraformRunInput,
  HcpTerraformWorkspace,
} from '@backstage-soa/plugin-soa-node';
import { FaultyCalls } from './FaultyCalls';

const WAITS = { isConfirmable: true, isDiscardable: true };
const MOVES = { isConfirmable: false, isCancelable: true };
const ENDED = { isConfirmable: false };

/**
 * One organization, `acme`, whose runs go one step further each time that
 * somebody looks at them. What goes wrong can be put into it by method.
 */
export class FakeRuns extends FaultyCalls implements HcpTerraform {
  workspaces: HcpTerraformWorkspace[] = [];
  runs: HcpTerraformRun[] = [];
  /** By id: `pending`, `uploaded` or `errored`, each a look long. */
  versions: Record<string, string[]> = {};
  uploads: Uint8Array[] = [];
  /** The statuses of a run before it has planned. */
  planning = ['pending', 'planning'];

  add(
    name: string,
    workspace: Partial<HcpTerraformWorkspace> = {},
    environment = 'dev',
  ): HcpTerraformWorkspace {
    const added: HcpTerraformWorkspace = {
      id: `ws-${name}`,
      name,
      autoApply: false,
      workingDirectory: 'infra',
      resourceCount: 9,
      tagBindings: {
        'soa-component': 'orders',
        'soa-environment': environment,
      },
      ...workspace,
    };
    this.workspaces.push(added);
    return added;
  }

  organizations(): string[] {
    return ['acme'];
  }

  client(): HcpTerraformClient {
    const partial: Partial<HcpTerraformClient> = {
      organization: 'acme',
      workspaceUrl: name => `https://tfc.test/${name}`,
      runUrl: (name, id) => `https://tfc.test/${name}/${id}`,
      findWorkspace: (name, options) =>
        this.call('findWorkspace', name, options, () => {
          const found = this.workspaces.find(one => one.name === name);
          const current = this.runs.findLast(
            run => run.workspaceId === found?.id && run.status !== 'pending',
          );
          return found && { ...found, ...(current && { currentRun: current }) };
        }),
      createRun: (input, options) =>
        this.call('createRun', input.workspaceId, options, () =>
          this.#create(input),
        ),
      getRun: (id, options) =>
        this.call('getRun', id, options, () => this.#look(id)),
      listRuns: (id, options) =>
        this.call('listRuns', id, options, () =>
          this.runs.filter(run => run.workspaceId === id).reverse(),
        ),
      applyRun: (id, _, options) =>
        this.call('applyRun', id, options, () =>
          this.turn(id, { status: 'applying', ...MOVES }, 'isConfirmable'),
        ),
      discardRun: (id, _, options) =>
        this.call('discardRun', id, options, () =>
          this.turn(id, { status: 'discarded', ...ENDED }, 'isDiscardable'),
        ),
      cancelRun: (id, _, options) =>
        this.call('cancelRun', id, options, () =>
          this.turn(id, { status: 'canceled', ...ENDED }, 'isCancelable'),
        ),
      getPlan: (id, options) =>
        this.call('getPlan', id, options, () => ({
          id,
          status: 'finished',
          resourceAdditions: 3,
          resourceChanges: 1,
          resourceDestructions: 0,
          resourceImports: 2,
        })),
      getCostEstimate: (id, options) =>
        this.call('getCostEstimate', id, options, () => ({
          id,
          status: 'finished',
          deltaMonthlyCost: '12.5',
          proposedMonthlyCost: '40.0',
        })),
      listPolicyEvaluations: (id, options) =>
        this.call('listPolicyEvaluations', id, options, () => [
          {
            id: 'poleval-1',
            kind: 'opa',
            status: 'passed',
            passed: 4,
            advisoryFailed: 1,
            mandatoryFailed: 0,
            errored: 0,
          },
        ]),
      safeDeleteWorkspace: (id, options) =>
        this.call('safeDeleteWorkspace', id, options, () => {
          const workspace = this.workspaces.find(one => one.id === id);
          refuse(!workspace, 'not-found-or-not-allowed');
          refuse(workspace!.resourceCount! > 0, 'conflict');
          this.workspaces = this.workspaces.filter(one => one.id !== id);
        }),
      createConfigurationVersion: (id, options) =>
        this.call('createConfigurationVersion', id, options, () => {
          const version = `cv-${Object.keys(this.versions).length + 1}`;
          this.versions[version] = ['pending', 'uploaded'];
          return {
            id: version,
            status: 'pending',
            uploadUrl: `https://up.test/${version}`,
          };
        }),
      uploadConfiguration: (url, archive, options) =>
        this.call('uploadConfiguration', url, options, () => {
          this.uploads.push(archive);
        }),
      getConfigurationVersion: (id, options) =>
        this.call('getConfigurationVersion', id, options, () => {
          const [status, ...rest] = this.versions[id];
          this.versions[id] = rest.length > 0 ? rest : [status];
          return { id, status };
        }),
    };
    return partial as HcpTerraformClient;
  }

  /** Changes a run, if it can be now. */
  turn(
    id: string,
    change: Partial<HcpTerraformRun>,
    onlyIf?: 'isCancelable' | 'isConfirmable' | 'isDiscardable',
  ): void {
    const run = this.runs.find(one => one.id === id);
    refuse(!run, 'not-found-or-not-allowed');
    refuse(onlyIf !== undefined && !run![onlyIf], 'conflict');
    const { isDiscardable, isCancelable, ...rest } = run!;
    this.runs[this.runs.indexOf(run!)] = { ...rest, ...change };
  }

  #create(input: HcpTerraformRunInput): HcpTerraformRun {
    refuse(
      !this.workspaces.some(({ id }) => id === input.workspaceId),
      'not-found-or-not-allowed',
    );
    const serial = this.runs.length + 1;
    const run: HcpTerraformRun = {
      ...input,
      id: `run-${serial}`,
      status: this.planning[0],
      planId: `plan-${serial}`,
      costEstimateId: `ce-${serial}`,
      taskStageIds: [`ts-${serial}`],
      ...MOVES,
    };
    this.runs.push(run);
    return run;
  }

  #look(id: string): HcpTerraformRun | undefined {
    const run = this.runs.find(one => one.id === id);
    const step = run ? this.planning.indexOf(run.status) : -1;
    if (!run || !run.isCancelable) {
      return run;
    }
    if (step === -1 && run.status === 'applying') {
      this.turn(id, { status: 'applied', ...ENDED });
      const workspace = this.workspaces.find(one => one.id === run.workspaceId);
      if (run.isDestroy && workspace) {
        workspace.resourceCount = 0;
      }
    } else if (step >= 0 && step + 1 < this.planning.length) {
      this.turn(id, { status: this.planning[step + 1], ...MOVES });
    } else if (step >= 0) {
      this.turn(
        id,
        run.planOnly || run.refreshOnly
          ? { status: 'planned_and_finished', ...ENDED }
          : { status: 'planned', ...WAITS },
      );
    }
    return run;
  }
}

function refuse(is: boolean, kind: HcpTerraformErrorKind): void {
  if (is) {
    throw new HcpTerraformError(kind, kind);
  }
}
