import type {
  Workspace,
  WorkspaceOutput,
} from '@backstage-soa/plugin-soa-common';

/** A workspace with what is kept of it. */
export interface WorkspaceReading {
  workspace: Workspace;
  outputs: WorkspaceOutput[];
  versions: DetailsVersions;
}

/**
 * Each changes when the one or the other has to be read again. They are apart,
 * since a token may read the one and not the other.
 */
export interface DetailsVersions {
  variables: string;
  outputs: string;
}
