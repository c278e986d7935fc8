import type {
  HcpTerraformClient,
  HcpTerraformVariableSet,
  HcpTerraformWorkspace,
} from '@backstage-soa/plugin-soa-node';
import type { Pause } from '../catalog';
import type { SecretFingerprints } from '../secrets';
import type { WorkspaceSettings } from '../settings';
import type { WorkspaceWishes } from '../wishes';
import { readWorkspaces, refuseForeign } from './reading';
import type { WantedWorkspace } from './wanted';
import {
  findRunTriggers,
  findTeams,
  findVariableSets,
  TeamAccess,
  VariableSecrets,
} from './wiring';
import type { HostNotes, NotificationWiring, Wiring } from './wiring';

/** All that has to be known before the first workspace is written. */
export interface Survey {
  wiring: Wiring;
  variableSets: HcpTerraformVariableSet[];
  /** Those workspaces that are there, by name. */
  found: ReadonlyMap<string, HcpTerraformWorkspace>;
}

/**
 * Looks up what workspaces are tied to, and which of them are there.
 *
 * @throws InputError for what is not there, ConflictError for a workspace that
 * holds something else: before anything is written
 */
export async function survey(options: {
  client: HcpTerraformClient;
  host: HostNotes;
  pause: Pause;
  service: string;
  projectId: string | undefined;
  wanted: readonly WantedWorkspace[];
  wishes: WorkspaceWishes;
  settings: WorkspaceSettings;
  notification: NotificationWiring | undefined;
  fingerprints: SecretFingerprints | undefined;
  signal?: AbortSignal;
}): Promise<Survey> {
  const { client, host, service, wanted, wishes, settings, signal } = options;
  const [found, teams, variableSets, runTriggers] = await Promise.all([
    readWorkspaces(client, {
      service,
      names: wanted.map(({ input }) => input.name),
      signal,
    }),
    findTeams(client, wishes.teams, signal),
    findVariableSets(client, wishes.variableSets, signal),
    findRunTriggers(client, {
      names: wishes.runTriggers,
      projectId: options.projectId,
      allowed: settings.allow.runTriggers,
      signal,
    }),
  ]);
  for (const { input } of wanted) {
    const workspace = found.get(input.name);
    if (workspace) {
      refuseForeign(workspace, input);
    }
  }
  const ids = [...found.values()].map(({ id }) => id);
  const access = new TeamAccess(client, signal);
  await access.readAll(
    teams.map(({ teamId }) => teamId),
    ids,
  );
  return {
    found,
    variableSets,
    wiring: {
      client,
      signal,
      host,
      pause: options.pause,
      teams,
      access,
      // Any variable may have been made sensitive there since.
      secrets: await VariableSecrets.read(options.fingerprints, ids),
      runTriggers,
      notification: options.notification,
    },
  };
}
