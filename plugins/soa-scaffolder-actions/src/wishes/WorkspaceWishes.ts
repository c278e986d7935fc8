import type { HcpTerraformVcsRepo } from '@backstage-soa/plugin-soa-node';
import type { TeamGrant } from '../settings';

/** A variable that some or all of the workspaces get. */
export interface WishedVariable {
  key: string;
  value: string;
  category: 'terraform' | 'env';
  sensitive?: boolean;
  hcl?: boolean;
  description?: string;
  /** The keys of the placements that get it; all if absent. */
  only?: string[];
}

/** What a template may ask of workspaces, beside placements. */
export interface WorkspaceInput {
  terraformVersion?: string;
  workingDirectory?: string;
  vcs?: HcpTerraformVcsRepo;
  triggerPatterns?: string[];
  autoApply?: boolean;
  variables?: WishedVariable[];
  variableSets?: string[];
  teams?: Array<Pick<TeamGrant, 'name' | 'access'>>;
  notifications?: boolean;
  driftDetection?: boolean;
  autoDestroy?: {
    afterInactivity?: string;
    at?: string;
    environments?: string[];
  };
  runTriggers?: string[];
}

/** What all workspaces of a step shall be, with what the configuration says. */
export interface WorkspaceWishes {
  terraformVersion: string;
  workingDirectory: string;
  agentPoolId?: string;
  /** With its connection. */
  vcs?: HcpTerraformVcsRepo;
  triggerPatterns?: string[];
  autoApply: boolean;
  variables: WishedVariable[];
  variableSets: string[];
  teams: TeamGrant[];
  notifications: boolean;
  /** Where it is to be on; elsewhere it stays as it is, unless it is to be off. */
  driftDetection: 'production' | 'all' | 'none' | 'off';
  autoDestroy?: {
    afterInactivity?: string;
    at?: string;
    environments: string[];
  };
  runTriggers: string[];
}
