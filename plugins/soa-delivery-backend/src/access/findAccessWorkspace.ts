import { parseEntityRef } from '@backstage/catalog-model';
import { WORKSPACE_TAGS } from '@backstage-soa/plugin-soa-common';
import type {
  HcpTerraformClient,
  HcpTerraformWorkspace,
} from '@backstage-soa/plugin-soa-node';

/**
 * The one workspace whose tags say that it is an account's access workspace. It
 * is asked for live: who makes an account and then a service waits for nothing.
 *
 * @returns the workspace, or why there is not exactly one, as one sentence
 * @throws HcpTerraformError if it cannot be looked for
 */
export async function findAccessWorkspace(
  client: HcpTerraformClient,
  options: { account: string; componentRef: string; signal?: AbortSignal },
): Promise<
  | { workspace: HcpTerraformWorkspace; problem?: undefined }
  | { workspace?: undefined; problem: string }
> {
  const { account, componentRef, signal } = options;
  const { namespace, name } = parseEntityRef(componentRef);
  const found: HcpTerraformWorkspace[] = [];
  for await (const workspace of client.listWorkspaces({
    tags: {
      [WORKSPACE_TAGS.component]: name,
      [WORKSPACE_TAGS.account]: account,
    },
    signal,
  })) {
    const its = workspace.tagBindings[WORKSPACE_TAGS.namespace] ?? 'default';
    if (its === namespace) {
      found.push(workspace);
    }
  }
  if (found.length === 1) {
    return { workspace: found[0] };
  }
  return {
    problem:
      found.length === 0
        ? `The account ${account} has no access workspace in ${client.organization}, or the token may not see it: the platform team makes it with the template account-baseline`
        : `The account ${account} has more than one access workspace in ${
            client.organization
          } (${found
            .map(workspace => workspace.name)
            .sort()
            .join(', ')}): leave the tags ${WORKSPACE_TAGS.component} and ${
            WORKSPACE_TAGS.account
          } to one of them`,
  };
}
