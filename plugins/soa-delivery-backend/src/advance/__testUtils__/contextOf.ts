import type { HcpTerraformClient } from '@backstage-soa/plugin-soa-node';
import { AccessHolds } from '../../access';
import { StepDeadlines } from '../StepDeadlines';
import type { TargetContext } from '../TargetContext';
import { recordOf } from './recordOf';

/** What a step needs, where nothing of it is of interest but the client. */
export function contextOf(
  client: HcpTerraformClient,
  change: Partial<TargetContext> = {},
): TargetContext {
  return {
    client,
    rollout: recordOf([]),
    holds: AccessHolds.none,
    statefulTypes: new Set(['aws_db_instance']),
    archive: async () => new Uint8Array(),
    commit: async () => undefined,
    audited: (_, write) => write(),
    keep: async () => {},
    deadlines: new StepDeadlines(180_000),
    now: () => new Date(0),
    ...change,
  };
}
