/** The variable `access` of an access workspace: who deploys into its account. */
export type AccessMap = Readonly<
  Record<string, { project: string; runtime: string }>
>;
