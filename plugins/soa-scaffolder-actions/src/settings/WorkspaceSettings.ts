import type { HcpTerraformTeamPermissions } from '@backstage-soa/plugin-soa-node';

/** What a team may do with a workspace. */
export interface TeamGrant extends HcpTerraformTeamPermissions {
  name: string;
}

/** How workspaces reach source code: an OAuth token or the GitHub App. */
export interface VcsConnection {
  oauthTokenId?: string;
  githubAppInstallationId?: string;
}

/** What the configuration says of an organization's new workspaces. */
export interface WorkspaceSettings {
  terraformVersion?: string;
  /** Runs take place at its agents, and not at HCP Terraform. */
  agentPoolId?: string;
  vcs?: VcsConnection & {
    /** How repositories begin that may be linked: `acme/`. Any if absent. */
    repositories?: string[];
  };
  /** What every workspace gets. */
  teams: TeamGrant[];
  variableSets: string[];
  driftDetection: 'production' | 'all' | 'none';
  autoDestroy?: { environments: string[]; afterInactivity: string };
  /** What templates may ask for beyond that. */
  allow: {
    teams: TeamGrant[];
    variableSets: string[];
    vcsConnections: VcsConnection[];
    /** Names of workspaces; those of the owner's project need not be here. */
    runTriggers: string[];
  };
}
