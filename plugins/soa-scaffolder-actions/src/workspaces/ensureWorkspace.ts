import type {
  HcpTerraformClient,
  HcpTerraformWorkspace,
} from '@backstage-soa/plugin-soa-node';
import { createVariable } from './createVariable';
import { createWorkspace } from './createWorkspace';
import { detectDrift } from './detectDrift';
import { refuseForeign } from './refuseForeign';
import { variableDifference } from './variableDifference';
import type { WantedWorkspace } from './wantedWorkspace';
import { workspaceDifference } from './workspaceDifference';

/** What ensuring a workspace did, or would do. */
export interface EnsuredWorkspace {
  /** Unknown in a dry run for one that would be created. */
  id?: string;
  effect: 'create' | 'change' | 'nothing';
  /** What has changed, for people. */
  changes: string[];
}

interface EnsureOptions {
  /** False for a dry run. */
  write: boolean;
  signal?: AbortSignal;
}

/**
 * Makes a workspace be as wanted. Doing it twice changes nothing.
 *
 * @throws ConflictError if the workspace holds something else
 */
export async function ensureWorkspace(
  client: HcpTerraformClient,
  wanted: WantedWorkspace,
  options: EnsureOptions,
): Promise<EnsuredWorkspace> {
  const { input, variables } = wanted;
  const { write, signal } = options;
  const known = await client.findWorkspace(input.name, { signal });
  if (known) {
    return changeWorkspace(client, known, wanted, options);
  }
  if (!write) {
    return { effect: 'create', changes: [] };
  }
  const outcome = await createWorkspace(client, input, signal);
  if ('found' in outcome) {
    return changeWorkspace(client, outcome.found, wanted, options);
  }
  const { created } = outcome;
  for (const variable of variables) {
    await createVariable(client, created.id, variable, signal);
  }
  if (wanted.detectsDrift) {
    await detectDrift(client, created, signal);
  }
  return { id: created.id, effect: 'create', changes: [] };
}

async function changeWorkspace(
  client: HcpTerraformClient,
  workspace: HcpTerraformWorkspace,
  wanted: WantedWorkspace,
  { write, signal }: EnsureOptions,
): Promise<EnsuredWorkspace> {
  refuseForeign(workspace, wanted.input);
  const { id } = workspace;
  const difference = workspaceDifference(workspace, wanted.input);
  const { missing, changed } = variableDifference(
    await client.listVariables(id, { signal }),
    wanted.variables,
  );
  const changes = [
    ...Object.keys(difference),
    ...missing.map(({ key }) => `variable ${key}`),
    ...changed.map(({ variable }) => `variable ${variable.key}`),
  ];
  if (write) {
    if (Object.keys(difference).length > 0) {
      await client.updateWorkspace(id, difference, { signal });
    }
    for (const variable of missing) {
      await createVariable(client, id, variable, signal);
    }
    for (const { id: variableId, variable } of changed) {
      await client.updateVariable(id, variableId, variable, { signal });
    }
    if (wanted.detectsDrift && (await detectDrift(client, workspace, signal))) {
      changes.push('drift detection');
    }
  }
  return { id, effect: changes.length > 0 ? 'change' : 'nothing', changes };
}
