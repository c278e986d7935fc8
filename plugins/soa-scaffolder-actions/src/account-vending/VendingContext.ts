import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  AccountTagNames,
  OrganizationAccounts,
} from '@backstage-soa/plugin-soa-node';
import type { JsonValue } from '@backstage/types';
import type { RunClock } from '../runs';

/** What is made of a wish: the account as AWS shall have it. */
export interface WantedAccount {
  name: string;
  email: string;
  tags: Readonly<Record<string, string>>;
  /** The OU that it shall be in. */
  unit: { id: string; path: string };
  /** The ids of the roots and OUs that it may be taken out of. */
  mayLeave: readonly string[];
  roleName?: string;
}

/** What those who write to AWS Organizations need of their task. */
export interface VendingContext {
  accounts: OrganizationAccounts;
  managementAccountId: string;
  tagNames: AccountTagNames;
  wanted: WantedAccount;
  clock: RunClock;
  /** Milliseconds since 1970: when to give up waiting. */
  deadline: number;
  logger: Pick<LoggerService, 'info' | 'warn'>;
  signal?: AbortSignal;
  /** Does something once in a task, also if it is taken up by another replica. */
  checkpoint: <T extends JsonValue>(options: {
    key: string;
    fn: () => Promise<T>;
  }) => Promise<T>;
  /** Records a write, and does it. */
  audited: <T extends Record<string, JsonValue>>(
    eventId: 'account-create' | 'account-move' | 'account-tag',
    meta: Record<string, string>,
    write: () => Promise<T>,
  ) => Promise<T>;
}
