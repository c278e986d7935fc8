import type { HcpTerraformWorkspace } from '@backstage-soa/plugin-soa-node';
import type { WantedWorkspace } from '../wanted';
import type { Wiring } from '../wiring';
import { planNotification } from './planNotification';
import { planRunTriggers } from './planRunTriggers';
import { planTeams } from './planTeams';
import { planVariables } from './planVariables';
import { settingsDifference } from './settingsDifference';
import type { WorkspaceStep } from './WorkspaceStep';
import { writeSettings } from './writeSettings';

// What the log says that a workspace is without.
const DRIFT = 'drift detection';
const NO_DRIFT = 'drift detection switched off';

/**
 * What has to be written so that a workspace is as wanted, in an order in which
 * no run starts before it has its variables.
 *
 * @param found - `undefined` for one that is created first
 */
export async function planWorkspace(
  found: HcpTerraformWorkspace | undefined,
  wanted: WantedWorkspace,
  wiring: Wiring,
): Promise<WorkspaceStep[]> {
  const { client, signal } = wiring;
  const id = found?.id;
  const known = found && {
    workspaceId: found.id,
    variables:
      found.variables ?? (await client.listVariables(found.id, { signal })),
  };
  return [
    ...planVariables(known, wanted.variables, wiring),
    ...(await planTeams(id, wiring)),
    ...(await planRunTriggers(id, wiring)),
    ...(await planNotification({ id, name: wanted.input.name }, wiring)),
    ...planSettings(found, wanted, wiring),
  ];
}

function planSettings(
  found: HcpTerraformWorkspace | undefined,
  wanted: WantedWorkspace,
  wiring: Wiring,
): WorkspaceStep[] {
  const { client, signal, host } = wiring;
  if (!found) {
    return wanted.input.queueAllRuns
      ? [
          {
            what: 'runs of pushes',
            write: async id => {
              await client.updateWorkspace(
                id,
                { queueAllRuns: true },
                { signal },
              );
            },
          },
        ]
      : [];
  }
  const { input, words } = settingsDifference(found, wanted.input);
  return words.length === 0
    ? []
    : [
        {
          what: words.join(', '),
          write: async id => {
            const changed = await writeSettings(
              input,
              settings => client.updateWorkspace(id, settings, { signal }),
              { host },
            );
            // Nothing else was to be changed, and this the host ignores.
            return words.length === 1 &&
              input.assessmentsEnabled !== undefined &&
              input.assessmentsEnabled !== changed.assessmentsEnabled
              ? { without: input.assessmentsEnabled ? DRIFT : NO_DRIFT }
              : undefined;
          },
        },
      ];
}
