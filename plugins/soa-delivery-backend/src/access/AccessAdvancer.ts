import { randomUUID } from 'node:crypto';
import type {
  AuditorService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import type { HcpTerraform } from '@backstage-soa/plugin-soa-node';
import pLimit from 'p-limit';
import { patience, WORKED } from '../advance/patience';
import { auditedBy } from '../audit';
import type { StepDeadlines } from '../advance/StepDeadlines';
import { withDeadline } from '../advance/withDeadline';
import { advanceAccount, failAll, IDLE, refused } from './steps';
import type { Progress } from './steps';
import type { AccessEntry, AccessStore, AccountRecord } from './store';

const ACCOUNTS_AT_ONCE = 5;

/** From asked for to a run that goes on. */
const STEPS_AT_ONCE = 4;

/** Takes the access workspace of every account as far as it can go now. */
export class AccessAdvancer {
  readonly #now: () => Date;

  constructor(
    private readonly options: {
      store: AccessStore;
      hcpTerraform: HcpTerraform;
      auditor: Pick<AuditorService, 'createEvent'>;
      logger: LoggerService;
      /** Of which component the access workspaces are. */
      componentRef: string;
      /** Whether it is here that an account's deploy roles come from. */
      isManaged: (account: string) => boolean;
      deadlines: StepDeadlines;
      now?: () => Date;
      newId?: () => string;
    },
  ) {
    this.#now = options.now ?? (() => new Date());
  }

  async run(signal?: AbortSignal): Promise<void> {
    const limit = pLimit(ACCOUNTS_AT_ONCE);
    const { store, isManaged } = this.options;
    const due = (await store.listDue(this.#now())).filter(({ account }) =>
      isManaged(account),
    );
    await Promise.all(
      due.map(record => limit(() => this.#tryToAdvance(record, signal))),
    );
    signal?.throwIfAborted();
  }

  /** Takes the account that a run is for further at once. */
  async wake(
    { organization, runId }: { organization: string; runId: string },
    signal?: AbortSignal,
  ): Promise<void> {
    const { store, isManaged } = this.options;
    const record = await store.findFollowing(organization, runId, this.#now());
    if (record && isManaged(record.account)) {
      await this.#tryToAdvance(record, signal);
    }
  }

  /** One account that cannot go on does not hold up the others. */
  async #tryToAdvance(
    record: AccountRecord,
    signal?: AbortSignal,
  ): Promise<void> {
    if (signal?.aborted) {
      return;
    }
    try {
      let current = record;
      for (let step = 0; step < STEPS_AT_ONCE; step += 1) {
        const next = await this.#advance(current, signal);
        if (next.step === current.step) {
          break;
        }
        current = next;
      }
    } catch (error) {
      if (signal?.aborted) {
        return;
      }
      if (isError(error) && error.name === 'ConflictError') {
        // Another replica has taken it further.
        return;
      }
      this.options.logger.error(
        `The access of account ${record.account} could not go on`,
        { reason: String(error) },
      );
    }
  }

  async #advance(
    record: AccountRecord,
    signal?: AbortSignal,
  ): Promise<AccountRecord> {
    const { store, hcpTerraform, auditor, componentRef, deadlines } =
      this.options;
    const { organization, account } = record;
    const entries = await store.list({ organization, account });
    let current = record;
    try {
      const { account: change, entries: changes } = await withDeadline(
        stepSignal =>
          advanceAccount(record, {
            client: hcpTerraform.client(organization),
            componentRef,
            entries,
            audited: auditedBy(auditor, whatFor(record, entries)),
            keep: async kept => {
              // Nobody waits for it any more: its failure is kept already.
              stepSignal.throwIfAborted();
              current = await store.change(current, kept);
              return current;
            },
            deadlines,
            now: this.#now,
            newId: this.options.newId ?? randomUUID,
            signal: stepSignal,
          }),
        { ...deadlines.ofStep(), signal },
      );
      const worked = (change || changes) && record.failedAttempts > 0;
      return worked || change || changes?.length
        ? await store.change(
            current,
            { ...(worked && WORKED), ...change },
            changes,
          )
        : current;
    } catch (error) {
      signal?.throwIfAborted();
      if (isError(error) && error.name === 'ConflictError') {
        throw error;
      }
      return this.#afterError(current, error as Error);
    }
  }

  async #afterError(
    record: AccountRecord,
    error: Error,
  ): Promise<AccountRecord> {
    const { store, logger } = this.options;
    const { organization, account } = record;
    const outcome = patience(record, error, this.#now());
    if ('again' in outcome) {
      logger.warn(`The access of account ${account}: ${outcome.again.error}`);
      return store.change(record, outcome.again);
    }
    const { account: change, entries } = await this.#givenUp(
      record,
      outcome.givenUp,
    );
    logger.warn(
      `The access of account ${account} in ${organization}: ${outcome.givenUp}`,
    );
    return store.change(record, { ...WORKED, ...change }, entries);
  }

  /** What was asked for fails, and the variable is put back if it was written. */
  async #givenUp(record: AccountRecord, reason: string): Promise<Progress> {
    const { organization, account, step } = record;
    switch (step) {
      case 'idle':
        return {
          entries: failAll(
            (await this.options.store.list({ organization, account })).filter(
              ({ state }) => state === 'requested',
            ),
            reason,
          ),
        };
      case 'withdrawing':
        return { account: IDLE };
      default:
        return refused(record, reason);
    }
  }
}

/** What is written for an account, for whom, and at whose request. */
function whatFor(
  { organization, account, workspaceName, batch }: AccountRecord,
  entries: readonly AccessEntry[],
) {
  const grants = Object.entries(batch?.grants ?? {});
  const concerned = entries.filter(
    ({ workspace }) => batch && workspace in batch.grants,
  );
  const requestedBy = concerned.flatMap(
    entry =>
      (batch!.grants[entry.workspace]
        ? entry.requestedBy
        : entry.removalRequestedBy) ?? [],
  );
  return {
    account,
    ...(workspaceName && { workspace: `${organization}/${workspaceName}` }),
    ...(batch && { batch: batch.id }),
    grants: grants.flatMap(([name, grant]) => (grant ? [name] : [])),
    removals: grants.flatMap(([name, grant]) => (grant ? [] : [name])),
    requestedBy: [...new Set(requestedBy)],
  };
}
