import type { HcpTerraformClient } from '@backstage-soa/plugin-soa-node';
import type { Pause } from '../../catalog';
import type { TeamGrant } from '../../settings';
import type { HostNotes } from './HostNotes';
import type { TeamAccess } from './TeamAccess';
import type { VariableSecrets } from './VariableSecrets';

/** How the portal is told of a workspace's runs. */
export interface NotificationWiring {
  /** Says of which key the tokens are. */
  name: string;
  url: string;
  triggers: readonly string[];
  tokenOf: (workspaceId: string) => string;
}

/** What all workspaces of a step are tied to, looked up before the first write. */
export interface Wiring {
  client: HcpTerraformClient;
  signal?: AbortSignal;
  host: HostNotes;
  pause: Pause;
  teams: Array<TeamGrant & { teamId: string }>;
  access: TeamAccess;
  secrets: VariableSecrets;
  runTriggers: Array<{ id: string; name: string }>;
  notification?: NotificationWiring;
}
