/**
 * What a team may do with a workspace. The levels but `custom` are fixed sets
 * of permissions; with `custom` each is given.
 *
 * @public
 */
export interface HcpTerraformTeamPermissions {
  access: 'read' | 'plan' | 'write' | 'admin' | 'custom';
  runs?: 'read' | 'plan' | 'apply';
  variables?: 'none' | 'read' | 'write';
  stateVersions?: 'none' | 'read-outputs' | 'read' | 'write';
  sentinelMocks?: 'none' | 'read';
  workspaceLocking?: boolean;
  runTasks?: boolean;
}

/** @public */
export interface HcpTerraformTeamAccess extends HcpTerraformTeamPermissions {
  /** `tws-…` */
  id: string;
  teamId?: string;
  workspaceId?: string;
}
