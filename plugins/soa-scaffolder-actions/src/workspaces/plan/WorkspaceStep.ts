/** One write that brings a workspace to what it shall be. */
export interface WorkspaceStep {
  /** What it changes, in words; never a value that is sensitive. */
  what: string;
  /** @returns what it is left without, if that is refused and can be done without */
  write: (workspaceId: string) => Promise<{ without: string } | void>;
}
