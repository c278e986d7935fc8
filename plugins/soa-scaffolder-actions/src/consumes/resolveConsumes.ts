import { InputError } from '@backstage/errors';
import { allPages } from '@backstage-soa/plugin-soa-common';
import type {
  PlacementItem,
  ResolvedPlacement,
  WorkspaceOutput,
} from '@backstage-soa/plugin-soa-common';
import type {
  SoaAccountsClient,
  SoaAccountsRequestOptions,
} from '@backstage-soa/plugin-soa-node';
import type { ConsumedService } from '../inputs';
import { calledName } from './calledName';
import { chooseProvider } from './chooseProvider';

/** What one placement of a service calls, or why it is not known. */
export interface ResolvedCall {
  key: string;
  component: string;
  provider?: PlacementItem;
  service?: ConsumedService;
  /** Why it cannot be called, as one sentence with the remedy. */
  problem?: string;
  /** Whether nothing but an apply is missing. */
  isUnknown?: boolean;
}

/**
 * Finds for each placement of a service the placement of another one that it
 * calls, and its address.
 *
 * @param options - `component`: the reference of the other one
 */
export async function resolveConsumes(options: {
  accounts: SoaAccountsClient;
  component: string;
  placements: readonly ResolvedPlacement[];
  request: SoaAccountsRequestOptions;
}): Promise<ResolvedCall[]> {
  const { accounts, component, placements, request } = options;
  const name = calledName(component);
  const [provided, workspaces] = await Promise.all([
    allPages(cursor => accounts.listPlacements({ component, cursor }, request)),
    allPages(cursor =>
      accounts.listWorkspacesWithOutputs({ component, cursor }, request),
    ),
  ]);
  if (provided.length === 0) {
    throw new InputError(
      `consumes: ${component} runs nowhere, or you may not see it: look it up in the catalog`,
    );
  }
  const outputsById = new Map(
    workspaces.map(({ id, outputs }) => [id, outputs]),
  );
  return placements.map(caller => {
    const provider = chooseProvider(caller, provided);
    const call = { key: caller.key, component, provider };
    if (!provider) {
      return {
        ...call,
        problem: `${name} does not run in ${caller.environment} yet: place it there first, or leave it out`,
      };
    }
    const outputs = outputsById.get(provider.workspace?.id ?? '') ?? [];
    const url = textOf(outputs, 'url');
    const arn = textOf(outputs, 'lattice_service_arn');
    const where = `${provider.environment}, ${provider.region}`;
    if (arn && provider.region !== caller.region) {
      return {
        ...call,
        problem: `${name} is offered through VPC Lattice in ${provider.region}, which does not reach ${caller.region}: place ${name} there, too`,
      };
    }
    if (!url || !URL.canParse(url)) {
      return {
        ...call,
        isUnknown: true,
        problem: `the workspace of ${name} (${where}) has no output url, or you may not see it: roll ${name} out first, with a host or with VPC Lattice`,
      };
    }
    return {
      ...call,
      service: {
        component,
        name,
        url,
        ...(arn && { lattice_service_arn: arn }),
      },
    };
  });
}

function textOf(
  outputs: readonly WorkspaceOutput[],
  name: string,
): string | undefined {
  const value = outputs.find(output => output.name === name)?.value;
  return typeof value === 'string' && value !== '' ? value : undefined;
}
