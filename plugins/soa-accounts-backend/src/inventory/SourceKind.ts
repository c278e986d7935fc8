/** Sources that give the same, and what is without them. */
export interface SourceKind {
  sources: readonly string[];
  /** What waits for the first read of each. */
  meanwhile: string;
  /** What waits until any of them has been read. */
  withoutAny: string;
  /** What is without one where another has been read. */
  withoutOne: string;
}

export const ORGANIZATIONS = {
  meanwhile: 'until it ends or fails, the accounts in the catalog stay',
  withoutAny:
    'until it or another organisation has been, the catalog gets no accounts, and no new service gets a placement',
  withoutOne:
    'the catalog goes on without what is missing of it, and a new service that finds no account is told so',
};

export const WORKSPACES = {
  meanwhile: 'until it ends or fails, the workspaces in the catalog stay',
  withoutAny:
    'until it or another organization has been, the catalog gets no workspaces, and placements are shown as unknown',
  withoutOne:
    'the catalog goes on without what is missing of it, and placements whose workspace is not found are shown as unknown',
};
