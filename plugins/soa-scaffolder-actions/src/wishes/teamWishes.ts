import type { TeamGrant, WorkspaceSettings } from '../settings';
import type { WorkspaceInput } from './WorkspaceWishes';

const LEVELS = ['read', 'plan', 'write', 'admin'];

/**
 * The teams that every workspace gets, and those that a template may name: who
 * can write into a workspace can use the roles of its runs.
 *
 * @param problem - is told what may not be
 */
export function teamWishes(
  asked: NonNullable<WorkspaceInput['teams']>,
  { teams, allow }: Pick<WorkspaceSettings, 'teams' | 'allow'>,
  problem: (message: string) => void,
): TeamGrant[] {
  const grants = new Map(teams.map(grant => [grant.name, grant]));
  const allowed = [...allow.teams, ...teams];
  for (const { name, access } of asked) {
    const grant = allowed.find(
      one => one.name === name && includes(one.access, access),
    );
    if (grant) {
      grants.set(name, access === 'custom' ? grant : { name, access });
    } else if (allowed.some(one => one.name === name)) {
      problem(
        `teams: ${name} may not be given ${access}: ask for less, or have soa.hcpTerraform[].workspaces.allow.teams changed`,
      );
    } else {
      problem(
        `teams: ${name} may not be given access by a template: leave it out, or have it added to soa.hcpTerraform[].workspaces.allow.teams`,
      );
    }
  }
  return [...grants.values()];
}

function includes(
  allowed: TeamGrant['access'],
  asked: TeamGrant['access'],
): boolean {
  return allowed === 'custom' || asked === 'custom'
    ? allowed === asked
    : LEVELS.indexOf(asked) <= LEVELS.indexOf(allowed);
}
