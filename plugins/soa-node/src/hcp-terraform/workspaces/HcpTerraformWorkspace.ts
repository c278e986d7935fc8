import type { HcpTerraformRun } from '../runs';

/** @public */
export interface HcpTerraformWorkspace {
  /** `ws-…` */
  id: string;
  name: string;
  description?: string;
  project?: { id: string; name?: string };
  workingDirectory?: string;
  terraformVersion?: string;
  autoApply: boolean;
  assessmentsEnabled?: boolean;
  sourceName?: string;
  sourceUrl?: string;
  resourceCount?: number;
  /** ISO 8601; of the newest state. */
  latestChangeAt?: string;
  /** `sv-…`; absent if there is no state yet, or the host does not say. */
  currentStateVersionId?: string;
  currentRun?: HcpTerraformRun;
  tagBindings: Record<string, string>;
  /** Keys of those that it has from its project; absent if it has none. */
  inheritedTags?: string[];
}
