import { ConflictError } from '@backstage/errors';
import { WORKSPACE_TAGS } from '@backstage-soa/plugin-soa-common';
import type {
  HcpTerraformWorkspace,
  HcpTerraformWorkspaceInput,
} from '@backstage-soa/plugin-soa-node';

/** @throws ConflictError if the workspace is not this service's */
export function refuseForeign(
  { name, tagBindings }: HcpTerraformWorkspace,
  { tagBindings: wanted = {} }: HcpTerraformWorkspaceInput,
): void {
  for (const key of [WORKSPACE_TAGS.component, WORKSPACE_TAGS.namespace]) {
    if (tagBindings[key] !== wanted[key]) {
      const its = tagBindings[key] ? `is "${tagBindings[key]}"` : 'is missing';
      throw new ConflictError(
        `The workspace ${name} exists, and its tag ${key} ${its} where this service's is "${wanted[key]}": choose another name, or give it the tag if it is this service's`,
      );
    }
  }
}
