import { placementIdentity } from '@backstage-soa/plugin-soa-common';
import type {
  Placement,
  ResolvedPlacement,
} from '@backstage-soa/plugin-soa-common';
import type {
  HcpTerraformVcsRepo,
  HcpTerraformVariableInput,
  HcpTerraformWorkspace,
} from '@backstage-soa/plugin-soa-node';
import { isReserved } from '../inputs';

/** What `tfc:workspaces:ensure` takes; people can call variables anything. */
const KEY = /^[A-Za-z_][\w-]{0,127}$/;

/** How workspaces are set, as `tfc:workspaces:ensure` takes it. */
export interface SiblingSettings {
  terraformVersion?: string;
  vcs?: HcpTerraformVcsRepo;
  triggerPatterns?: string[];
  variables: Array<HcpTerraformVariableInput & { only: string[] }>;
  /** What could not be taken over, as sentences. */
  notes: string[];
}

/**
 * How the workspaces are set beside which some are to be made: for each environment,
 * one that is there and not among them. Sensitive values cannot be read.
 *
 * @param declared - the component's placements
 * @param from - whose settings they get instead of those of their environment
 * @param read - a workspace by `organization/name`; `undefined` if it is not there
 */
export async function settingsOfSiblings(options: {
  placements: readonly ResolvedPlacement[];
  declared: readonly Placement[];
  from?: string;
  read: (workspace: string) => Promise<HcpTerraformWorkspace | undefined>;
}): Promise<SiblingSettings> {
  const { placements, declared, from, read } = options;
  const wanted = new Set(placements.map(placementIdentity));
  const result: SiblingSettings = { variables: [], notes: [] };
  const environments = [...new Set(placements.map(one => one.environment))];
  for (const environment of environments) {
    const its = placements.filter(one => one.environment === environment);
    const sibling = declared.find(
      one =>
        one.workspace &&
        one.environment === (from ?? environment) &&
        !wanted.has(placementIdentity(one)),
    );
    const workspace = sibling && (await read(sibling.workspace!));
    if (!workspace) {
      continue;
    }
    const variables = (workspace.variables ?? []).filter(
      ({ key, category }) => !isReserved(category, key) && KEY.test(key),
    );
    const only = its.map(({ key }) => key);
    result.terraformVersion ??= workspace.terraformVersion;
    result.vcs ??= workspace.vcsRepo;
    result.triggerPatterns ??= workspace.vcsRepo && workspace.triggerPatterns;
    result.variables.push(
      ...variables.flatMap(({ key, value, category, hcl, description }) =>
        value === undefined
          ? []
          : [
              {
                key,
                value,
                category,
                ...(hcl && { hcl }),
                ...(description && { description }),
                only,
              },
            ],
      ),
    );
    const secret = variables.filter(({ value }) => value === undefined);
    if (secret.length > 0) {
      result.notes.push(
        `${secret.map(({ key }) => key).join(', ')} of ${
          workspace.name
        } cannot be read, as nothing sensitive can: give it to the workspaces of ${only.join(
          ', ',
        )} in HCP Terraform`,
      );
    }
  }
  return result;
}
