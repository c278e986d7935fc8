import { ConflictError } from '@backstage/errors';
import { WORKSPACE_TAGS } from '@backstage-soa/plugin-soa-common';
import { HcpTerraformError } from '@backstage-soa/plugin-soa-node';
import type {
  HcpTerraformClient,
  HcpTerraformWorkspace,
} from '@backstage-soa/plugin-soa-node';
import type { WantedWorkspace } from './wantedWorkspace';
import { variableDifference, workspaceDifference } from './workspaceDifference';

/** What ensuring a workspace did, or would do. */
export interface EnsuredWorkspace {
  /** Unknown in a dry run for one that would be created. */
  id?: string;
  effect: 'create' | 'change' | 'nothing';
  /** What has changed, for people. */
  changes: string[];
}

/**
 * Makes a workspace be as wanted. Doing it twice changes nothing.
 *
 * @param options - `write`: false for a dry run
 * @throws ConflictError if the workspace holds something else
 */
export async function ensureWorkspace(
  client: HcpTerraformClient,
  wanted: WantedWorkspace,
  options: { write: boolean; signal?: AbortSignal },
): Promise<EnsuredWorkspace> {
  const { write, signal } = options;
  const { name } = wanted.input;
  const found = await client.findWorkspace(name, { signal });
  if (!found && !write) {
    return { effect: 'create', changes: ['everything'] };
  }
  const workspace = found ?? (await createOrFind(client, wanted, signal));
  refuseForeign(workspace, wanted);
  const changes: string[] = [];

  const difference = workspaceDifference(workspace, wanted.input);
  if (found && Object.keys(difference).length > 0) {
    changes.push(...Object.keys(difference));
    if (write) {
      await client.updateWorkspace(workspace.id, difference, { signal });
    }
  }
  const { missing, changed } = variableDifference(
    await client.listVariables(workspace.id, { signal }),
    wanted.variables,
  );
  changes.push(
    ...missing.map(({ key }) => `variable ${key}`),
    ...changed.map(({ variable }) => `variable ${variable.key}`),
  );
  if (write) {
    for (const variable of missing) {
      await client.createVariable(workspace.id, variable, { signal });
    }
    for (const { id, variable } of changed) {
      await client.updateVariable(workspace.id, id, variable, { signal });
    }
  }
  if (!found) {
    return { id: workspace.id, effect: 'create', changes };
  }
  return {
    id: workspace.id,
    effect: changes.length > 0 ? 'change' : 'nothing',
    changes,
  };
}

/** An answer can be lost after the write, and two tasks can write at once. */
async function createOrFind(
  client: HcpTerraformClient,
  { input }: WantedWorkspace,
  signal?: AbortSignal,
): Promise<HcpTerraformWorkspace> {
  try {
    const { id } = await client.createWorkspace(input, { signal });
    return (await client.getWorkspace(id, { signal }))!;
  } catch (error) {
    if (!(error instanceof HcpTerraformError)) {
      throw error;
    }
    const found = await client.findWorkspace(input.name, { signal });
    if (!found) {
      throw error;
    }
    return found;
  }
}

function refuseForeign(
  { name, tagBindings }: HcpTerraformWorkspace,
  { input }: WantedWorkspace,
): void {
  const wanted = input.tagBindings ?? {};
  for (const key of [WORKSPACE_TAGS.component, WORKSPACE_TAGS.namespace]) {
    if (tagBindings[key] !== wanted[key]) {
      throw new ConflictError(
        `The workspace ${name} exists, and its tag ${key} is "${
          tagBindings[key] ?? ''
        }" instead of "${
          wanted[key]
        }": choose another name, or give it the tag if it is this service's.`,
      );
    }
  }
}
