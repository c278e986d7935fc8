import { token } from '../deterministic';
import { effectsOf, RESOURCES_OF_ENTRY } from '../effects';
import type { AccessMap } from '../effects';
import { historicalRuns } from '../history';
import { accountBaseline, services } from '../organisation';
import { initialAccess } from './initialAccess';
import type { HcpState, HcpVariable } from './HcpState';

/**
 * The workspaces of what was always there, with their runs: of the services, and
 * of what every account is given.
 */
export function initialHcpState(now: number): HcpState {
  const components = [...services, accountBaseline];
  const owners = [...new Set(components.map(({ owner }) => owner))];
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
  for (const service of components) {
    for (const placement of service.placements) {
      const { key, workspaceName: name, account } = placement;
      const isPlatform = placement.runtime === 'platform';
      const access = isPlatform ? initialAccess(account) : undefined;
      const runs = isPlatform
        ? [longAgo(name, now)]
        : historicalRuns(service.name, key, now);
      const effects = effectsOf({ ...placement, service: service.name })!;
      const id = `ws-${token(16, name)}`;
      state.workspaces.push({
        id,
        name,
        projectId: projects[owners.indexOf(service.owner)].id,
        description: service.description,
        workingDirectory: 'infra',
        terraformVersion: '1.11.4',
        autoApply: isPlatform,
        assessmentsEnabled: placement.environment === 'prod' && !isPlatform,
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
        variables: [
          ...initialVariables(name, key, account),
          ...(access ? [accessVariable(name, access)] : []),
        ],
        outputs: effects.outputs,
        resourceCount:
          effects.resources.length +
          Object.keys(access ?? {}).length * RESOURCES_OF_ENTRY,
        ...(access && { access }),
        changedAt: runs[runs.length - 1].time,
        runIds: runs.map(run => run.id),
        currentRunId: runs.at(-1)!.id,
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

/** What the account was given is older than the events that are shown. */
function longAgo(name: string, now: number) {
  return { id: `run-${token(16, name)}`, time: now - 30 * 86_400_000 };
}

function accessVariable(name: string, access: AccessMap): HcpVariable {
  return {
    id: `var-${token(16, name, 'access')}`,
    key: 'access',
    value: JSON.stringify(access, undefined, 2),
    description: null,
    category: 'terraform',
    hcl: true,
    sensitive: false,
  };
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
