/** One write that brings a workspace to what it shall be. */
export interface WorkspaceStep {
  /** What it changes, in words; never a value that is sensitive. */
  what: string;
  /** @returns false if the host does not offer it, and it can be done without */
  write: (workspaceId: string) => Promise<boolean | void>;
}
