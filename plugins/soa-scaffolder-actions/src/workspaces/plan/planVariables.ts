import type {
  HcpTerraformVariable,
  HcpTerraformVariableInput,
} from '@backstage-soa/plugin-soa-node';
import { isReserved } from '../../inputs';
import { createOrFind } from '../createOrFind';
import type { Wiring } from '../wiring';
import type { WorkspaceStep } from './WorkspaceStep';

// As long as the ARN of a role.
const SHOWN_LENGTH = 120;

type VariableWiring = Pick<Wiring, 'client' | 'secrets' | 'signal'>;

/**
 * Which variables have to be made or changed; others are left alone.
 *
 * @param found - `undefined` for a workspace that is not there yet
 */
export function planVariables(
  found: { workspaceId: string; variables: HcpTerraformVariable[] } | undefined,
  wanted: readonly HcpTerraformVariableInput[],
  wiring: VariableWiring,
): WorkspaceStep[] {
  return wanted.flatMap(variable => {
    const known = find(found?.variables ?? [], variable);
    if (!found || !known) {
      const kind = variable.sensitive ? 'sensitive variable' : 'variable';
      return [
        {
          what: `${kind} ${variable.key}`,
          write: workspaceId => create(workspaceId, variable, wiring),
        },
      ];
    }
    const why = difference(found.workspaceId, known, variable, wiring);
    return why === undefined
      ? []
      : [
          {
            what: `variable ${variable.key}: ${why}`,
            write: workspaceId => update(workspaceId, known, variable, wiring),
          },
        ];
  });
}

function find(
  variables: readonly HcpTerraformVariable[],
  { key, category }: HcpTerraformVariableInput,
): HcpTerraformVariable | undefined {
  return variables.find(one => one.key === key && one.category === category);
}

/** @returns in words; `undefined` if there is none */
function difference(
  workspaceId: string,
  known: HcpTerraformVariable,
  wanted: HcpTerraformVariableInput,
  { secrets }: VariableWiring,
): string | undefined {
  if (wanted.sensitive && !known.sensitive) {
    return 'from now on sensitive';
  }
  if (known.hcl !== (wanted.hcl ?? false)) {
    return wanted.hcl ? 'from now on HCL' : 'no longer HCL';
  }
  if (
    wanted.description !== undefined &&
    (known.description ?? '') !== wanted.description
  ) {
    return 'its description';
  }
  if (known.sensitive) {
    return secrets.reasonToWrite(workspaceId, known, wanted);
  }
  return known.value === wanted.value
    ? undefined
    : valueDifference(known.value ?? '', wanted);
}

/** Logs, checkpoints and audit events keep it, for each of many workspaces. */
function valueDifference(
  before: string,
  { key, category, value }: HcpTerraformVariableInput,
): string {
  if (!isShort(value)) {
    return 'another value';
  }
  // What somebody has put into another variable by hand can be a secret.
  return isReserved(category, key) && isShort(before)
    ? `${JSON.stringify(before)} → ${JSON.stringify(value)}`
    : `another value → ${JSON.stringify(value)}`;
}

function isShort(value: string): boolean {
  return value.length <= SHOWN_LENGTH && !/[\r\n]/.test(value);
}

async function create(
  workspaceId: string,
  variable: HcpTerraformVariableInput,
  wiring: VariableWiring,
): Promise<void> {
  const { client, secrets, signal } = wiring;
  const outcome = await createOrFind(
    () => client.createVariable(workspaceId, variable, { signal }),
    async () =>
      find(await client.listVariables(workspaceId, { signal }), variable),
  );
  if ('created' in outcome) {
    await secrets.remember(workspaceId, outcome.created, variable);
    return;
  }
  const { found } = outcome;
  if (
    found.sensitive ||
    difference(workspaceId, found, variable, wiring) !== undefined
  ) {
    await update(workspaceId, found, variable, wiring);
  }
}

async function update(
  workspaceId: string,
  known: HcpTerraformVariable,
  variable: HcpTerraformVariableInput,
  { client, secrets, signal }: VariableWiring,
): Promise<void> {
  // What is sensitive there stays so: HCP Terraform does not take that back.
  const sensitive = known.sensitive || (variable.sensitive ?? false);
  const written = await client.updateVariable(
    workspaceId,
    known.id,
    { hcl: false, ...variable, sensitive },
    { signal },
  );
  await secrets.remember(workspaceId, written, { ...variable, sensitive });
}
