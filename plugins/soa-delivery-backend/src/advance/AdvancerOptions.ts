import type {
  AuditorService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type {
  ConfigurationSourceReader,
  HcpTerraform,
} from '@backstage-soa/plugin-soa-node';
import type { AccessHolds } from '../access';
import type { CheckContext } from '../checks';
import type { AccountTurns } from '../locks';
import type { RolloutStore } from '../store';
import type { Later } from './BakeTimers';
import type { StepDeadlines } from './StepDeadlines';

/** What rollouts are taken further with. */
export interface AdvancerOptions {
  store: RolloutStore;
  hcpTerraform: HcpTerraform;
  sourceReader: Pick<ConfigurationSourceReader, 'read' | 'readCommit'>;
  auditor: Pick<AuditorService, 'createEvent'>;
  logger: LoggerService;
  /** How many placements of a rollout are planned beforehand at once. */
  plansAtOnce: number;
  /** Who may approve that resources that hold data are destroyed. */
  destroyApprovers: readonly string[];
  /** Types of resources that hold data. */
  statefulTypes: ReadonlySet<string>;
  checks: Omit<CheckContext, 'signal'>;
  deadlines: StepDeadlines;
  /** Gives exclusive rollouts their accounts. */
  turns: Pick<AccountTurns, 'take' | 'leave'>;
  /** What keeps placements from beginning at a time. */
  readHolds: (at: Date) => Promise<AccessHolds>;
  later: Later;
  newId?: () => string;
  now?: () => Date;
}
