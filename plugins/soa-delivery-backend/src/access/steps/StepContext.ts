import type { HcpTerraformClient } from '@backstage-soa/plugin-soa-node';
import type { StepDeadlines } from '../../advance/StepDeadlines';
import type { AuditedWrite } from '../../audit';
import type {
  AccessEntry,
  AccountChange,
  AccountRecord,
  EntryChange,
} from '../store';

/**
 * What a step changes: neither is there if it has to wait; with no entries, it has
 * done its work, and there was nothing to change.
 */
export interface Progress {
  account?: AccountChange;
  entries?: EntryChange[];
}

/** What a step of an account needs from outside. */
export interface StepContext {
  client: HcpTerraformClient;
  /** Of which component the access workspaces are. */
  componentRef: string;
  /** The entries of the account, as they are kept now. */
  entries: readonly AccessEntry[];
  /** Keeps a change before the step goes on, and gives the account as it is then. */
  keep: (change: AccountChange) => Promise<AccountRecord>;
  /** Every write outside goes through it. */
  audited: AuditedWrite;
  deadlines: StepDeadlines;
  now: () => Date;
  newId: () => string;
  signal?: AbortSignal;
}
