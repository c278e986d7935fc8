import type { Workspace } from '@backstage-soa/plugin-soa-common';

/** What is kept of a workspace's variables. */
export type WorkspaceVariables = Pick<Workspace, 'roles' | 'placementKey'>;
