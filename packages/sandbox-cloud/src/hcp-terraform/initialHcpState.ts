import { token } from '../deterministic';
import { effectsOf } from '../effects';
import { historicalRuns } from '../history';
import { services } from '../organisation';
import type { HcpState, HcpVariable } from './HcpState';

/** The workspaces of the services that were always there, with their runs. */
export function initialHcpState(now: number): HcpState {
  const owners = [...new Set(services.map(({ owner }) => owner))];
  const projects = owners.map(owner => ({
    id: `prj-${token(16, owner)}`,
    name: owner.replace('group:default/', ''),
  }));
  const state: HcpState = {
    projects,
    workspaces: [],
    configurationVersions: [],
    runs: [],
  };
  for (const service of services) {
    for (const placement of service.placements) {
      const { key, workspaceName: name, account } = placement;
      const runs = historicalRuns(service.name, key, now);
      const effects = effectsOf({ ...placement, service: service.name })!;
      const id = `ws-${token(16, name)}`;
      state.workspaces.push({
        id,
        name,
        projectId: projects[owners.indexOf(service.owner)].id,
        description: service.description,
        workingDirectory: 'infra',
        terraformVersion: '1.11.4',
        autoApply: false,
        assessmentsEnabled: placement.environment === 'prod',
        sourceName: 'Backstage',
        sourceUrl: null,
        tags: {
          'soa-component': service.name,
          'soa-namespace': 'default',
          'soa-environment': placement.environment,
          'soa-account': account,
          'soa-region': placement.region,
          'soa-runtime': placement.runtime,
        },
        variables: initialVariables(name, key, account),
        outputs: effects.outputs,
        resourceCount: effects.resourceCount,
        changedAt: runs[runs.length - 1].time,
        runIds: runs.map(run => run.id),
      });
      state.runs.push(
        ...runs.map(run => ({
          id: run.id,
          workspaceId: id,
          configurationVersionId: null,
          message: 'Triggered via Backstage',
          planOnly: false,
          status: 'applied',
          since: run.time,
          createdAt: run.time,
          plan: { add: 0, change: 2, destroy: 0 },
        })),
      );
    }
  }
  return state;
}

function initialVariables(
  name: string,
  key: string,
  account: string,
): HcpVariable[] {
  const variable = (
    variableKey: string,
    value: string,
    category: HcpVariable['category'],
  ): HcpVariable => ({
    id: `var-${token(16, name, variableKey)}`,
    key: variableKey,
    value,
    description: null,
    category,
    hcl: false,
    sensitive: false,
  });
  const role = `arn:aws:iam::${account}:role/soa/${name}`;
  return [
    variable('placement', key, 'terraform'),
    variable('TFC_AWS_PROVIDER_AUTH', 'true', 'env'),
    variable('TFC_AWS_PLAN_ROLE_ARN', `${role}-plan`, 'env'),
    variable('TFC_AWS_APPLY_ROLE_ARN', `${role}-apply`, 'env'),
  ];
}
