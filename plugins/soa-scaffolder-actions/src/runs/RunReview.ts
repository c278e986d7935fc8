/** What is known of a plan before it is applied: as plain data. */
export type RunReview = {
  plan?: { add: number; change: number; destroy: number; import: number };
  /** US dollars a month, as decimal strings. */
  cost?: { delta: string; proposed: string };
  policies?: {
    passed: number;
    advisoryFailed: number;
    mandatoryFailed: number;
    errored: number;
  };
};
