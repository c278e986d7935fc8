import { useApiHolder } from '@backstage/core-plugin-api';
import type {
  SandboxEnvironment,
  WorkspaceWithOutputs,
} from '@backstage-soa/plugin-soa-common';
import { soaAccountsApiRef, useLoaded } from '@backstage-soa/plugin-soa-react';
import type { Loaded } from '@backstage-soa/plugin-soa-react';

const POLL_MS = 60_000;

/**
 * The workspaces of a sandbox environment, as the inventory knows them; none where
 * the portal has no inventory. That outputs are read is audited: that is done again
 * only until there are some.
 */
export function useSandboxWorkspaces(
  environment: SandboxEnvironment | undefined,
): Loaded<WorkspaceWithOutputs[]> {
  const accounts = useApiHolder().get(soaAccountsApiRef);
  const component = environment?.componentRef;
  return useLoaded(
    component ?? '',
    async signal =>
      component && accounts
        ? accounts.listWorkspacesWithOutputs({ component }, signal)
        : [],
    workspaces =>
      component &&
      accounts &&
      !workspaces?.some(({ outputs }) => outputs.length > 0)
        ? POLL_MS
        : undefined,
  );
}
