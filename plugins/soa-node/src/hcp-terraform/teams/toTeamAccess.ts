import { flag, relatedId, text } from '../json-api';
import type { ApiResource } from '../json-api';
import type {
  HcpTerraformTeamAccess,
  HcpTerraformTeamPermissions,
} from './HcpTerraformTeamAccess';

export function toTeamAccess(resource: ApiResource): HcpTerraformTeamAccess {
  const permission = <Name extends keyof HcpTerraformTeamPermissions>(
    name: string,
  ) => text(resource, name) as HcpTerraformTeamPermissions[Name];
  return {
    id: resource.id,
    teamId: relatedId(resource, 'team'),
    workspaceId: relatedId(resource, 'workspace'),
    access: permission<'access'>('access'),
    runs: permission<'runs'>('runs'),
    variables: permission<'variables'>('variables'),
    stateVersions: permission<'stateVersions'>('state-versions'),
    sentinelMocks: permission<'sentinelMocks'>('sentinel-mocks'),
    workspaceLocking: flag(resource, 'workspace-locking'),
    runTasks: flag(resource, 'run-tasks'),
  };
}
