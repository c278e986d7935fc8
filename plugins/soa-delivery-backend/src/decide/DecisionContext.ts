import type { AccessHolds } from '../access';

/** What a decision depends on beside the rollout. */
export interface DecisionContext {
  now: Date;
  /** What keeps placements from beginning. */
  holds: AccessHolds;
  /** Whether it has its accounts for itself, if it wants them: otherwise nothing begins. */
  isAlone: boolean;
  /** The workspaces in which rollouts that were started before have yet to end. */
  taken: ReadonlySet<string>;
  /** How many placements of a rollout are planned beforehand at once. */
  plansAtOnce: number;
  /** Who may approve that resources that hold data are destroyed. */
  destroyApprovers: readonly string[];
  /** For what is new. */
  newId: () => string;
}
