import { HcpTerraformError } from '@backstage-soa/plugin-soa-node';
import type { HcpTerraformTeamAccess } from '@backstage-soa/plugin-soa-node';
import type { Wiring } from '../wiring';
import type { WorkspaceStep } from './WorkspaceStep';

type Team = Wiring['teams'][number];

/** Which teams have to be given access, or another one; others keep theirs. */
export async function planTeams(
  workspaceId: string | undefined,
  { client, teams, access, signal }: Wiring,
): Promise<WorkspaceStep[]> {
  const found =
    workspaceId && teams.length > 0 ? await access.of(workspaceId) : [];
  return teams.flatMap(team => {
    const { teamId, name, ...permissions } = team;
    const known = found.find(one => one.teamId === teamId);
    const change = async (id: string) => {
      await client.updateTeamAccess(id, permissions, { signal });
    };
    const what = `access of team ${name}: `;
    if (known) {
      return isSame(known, team)
        ? []
        : [
            {
              what: `${what}${known.access} → ${team.access}`,
              write: () => change(known.id),
            },
          ];
    }
    return [
      {
        what: what + team.access,
        write: async id => {
          try {
            await client.addTeamAccess(
              { teamId, workspaceId: id, ...permissions },
              { signal },
            );
          } catch (error) {
            if (
              !(error instanceof HcpTerraformError) ||
              error.kind === 'bad-token'
            ) {
              throw error;
            }
            // An answer was lost, or somebody else was faster.
            const given = (await access.readOne(id)).find(
              one => one.teamId === teamId,
            );
            if (!given) {
              throw error;
            }
            if (!isSame(given, team)) {
              await change(given.id);
            }
          }
        },
      },
    ];
  });
}

const SINGLE = [
  'runs',
  'variables',
  'stateVersions',
  'sentinelMocks',
  'workspaceLocking',
  'runTasks',
] as const;

function isSame(found: HcpTerraformTeamAccess, wanted: Team): boolean {
  return (
    found.access === wanted.access &&
    (wanted.access !== 'custom' ||
      SINGLE.every(
        name => wanted[name] === undefined || found[name] === wanted[name],
      ))
  );
}
