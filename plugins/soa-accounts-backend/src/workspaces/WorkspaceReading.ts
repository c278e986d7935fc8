import type {
  Workspace,
  WorkspaceOutput,
} from '@backstage-soa/plugin-soa-common';

/** A workspace with what is kept of it. */
export interface WorkspaceReading {
  workspace: Workspace;
  outputs: WorkspaceOutput[];
  /** Changes when variables and outputs have to be read again. */
  version: string;
}
