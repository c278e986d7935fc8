import type { HcpTerraformTeamAccess } from '@backstage-soa/plugin-soa-node';
import { createOrFind } from '../createOrFind';
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
          const outcome = await createOrFind(
            () =>
              client.addTeamAccess(
                { teamId, workspaceId: id, ...permissions },
                { signal },
              ),
            async () =>
              (await access.readOne(id)).find(one => one.teamId === teamId),
          );
          if ('found' in outcome && !isSame(outcome.found, team)) {
            await change(outcome.found.id);
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
