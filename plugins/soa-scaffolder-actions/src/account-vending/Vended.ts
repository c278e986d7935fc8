/** What has become of a wish for an account. */
export interface Vended {
  /** Absent for one that is requested; `unknown` in a dry run that would make it. */
  accountId?: string;
  email: string;
  /** The path of the OU. */
  organizationalUnit: string;
  effect: 'created' | 'changed' | 'unchanged' | 'requested' | 'unknown';
  /** Of the request: what to publish to which repository. */
  request?: { repoUrl: string; sourcePath: string; path: string };
}
