/** What ensuring a workspace did, or would do. */
export type EnsuredWorkspace = {
  /** Empty in a dry run for one that would be created. */
  id: string;
  effect: 'create' | 'change' | 'nothing';
  /** What has changed, for people. */
  changes: string[];
  /** What was refused, and can be done without. */
  without?: string[];
};
