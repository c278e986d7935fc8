import type { HcpTerraformClient } from '@backstage-soa/plugin-soa-node';
import type { AccessHolds } from '../access';
import type { AuditedWrite } from '../audit';
import type { RolloutRecord, TargetChange } from '../store';
import type { StepDeadlines } from './StepDeadlines';

/** What a step of a target needs from outside. */
export interface TargetContext {
  client: HcpTerraformClient;
  /** As it was when the step was decided on. */
  rollout: RolloutRecord;
  /** What keeps placements from beginning. */
  holds: AccessHolds;
  /** Types of resources that hold data. */
  statefulTypes: ReadonlySet<string>;
  /** The archive that every workspace of the rollout gets. */
  archive: () => Promise<Uint8Array>;
  /** What workspaces that are linked to a repository apply, if it is known. */
  commit: () => Promise<string | undefined>;
  /** Keeps a change before the next step builds on it. */
  keep: (change: TargetChange) => Promise<void>;
  /** Every write outside goes through it. */
  audited: AuditedWrite;
  deadlines: StepDeadlines;
  now: () => Date;
  signal?: AbortSignal;
}
