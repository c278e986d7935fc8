import type { HcpTerraformVcsRepo } from '@backstage-soa/plugin-soa-node';
import type { VcsConnection, WorkspaceSettings } from '../settings';

/**
 * The repository with the connection that it is read through. Templates choose
 * among those that are configured: each reads what its owner may read.
 *
 * @param problem - is told what may not be
 */
export function vcsWish(
  asked: HcpTerraformVcsRepo | undefined,
  { vcs, allow }: Pick<WorkspaceSettings, 'vcs' | 'allow'>,
  problem: (message: string) => void,
): HcpTerraformVcsRepo | undefined {
  if (!asked) {
    return undefined;
  }
  const { identifier, branch, ...named } = asked;
  const isNamed = Boolean(named.oauthTokenId || named.githubAppInstallationId);
  const connection = isNamed
    ? [...(vcs ? [vcs] : []), ...allow.vcsConnections].find(one =>
        isSame(one, named),
      )
    : vcs;
  if (!connection) {
    problem(
      isNamed
        ? 'vcs: this connection may not be used by a template: leave it out, or have it added to soa.hcpTerraform[].workspaces.allow.vcsConnections'
        : 'vcs: no connection to a source-code host is configured: leave vcs out, or have soa.hcpTerraform[].workspaces.vcs set',
    );
    return undefined;
  }
  const prefixes = vcs?.repositories;
  if (prefixes && !prefixes.some(prefix => identifier.startsWith(prefix))) {
    problem(
      `vcs.identifier: ${identifier} may not be linked: choose a repository that begins with ${prefixes.join(
        ' or ',
      )}`,
    );
  }
  const { oauthTokenId, githubAppInstallationId } = connection;
  return {
    identifier,
    ...(branch && { branch }),
    ...(oauthTokenId && { oauthTokenId }),
    ...(githubAppInstallationId && { githubAppInstallationId }),
  };
}

function isSame(one: VcsConnection, other: VcsConnection): boolean {
  return (
    one.oauthTokenId === other.oauthTokenId &&
    one.githubAppInstallationId === other.githubAppInstallationId
  );
}
