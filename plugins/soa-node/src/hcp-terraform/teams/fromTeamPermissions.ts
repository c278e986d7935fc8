import type { HcpTerraformTeamPermissions } from './HcpTerraformTeamAccess';

/** The attributes of a request that gives a team access. */
export function fromTeamPermissions(permissions: HcpTerraformTeamPermissions) {
  return {
    access: permissions.access,
    // The API takes them with `custom` only.
    ...(permissions.access === 'custom' && {
      runs: permissions.runs,
      variables: permissions.variables,
      'state-versions': permissions.stateVersions,
      'sentinel-mocks': permissions.sentinelMocks,
      'workspace-locking': permissions.workspaceLocking,
      'run-tasks': permissions.runTasks,
    }),
  };
}
