import { mockServices } from '@backstage/backend-test-utils';
import type { FakeHcpTerraform } from '../../__testUtils__/FakeHcpTerraform';
import { AccessHolds } from '../../access';
import { RolloutAdvancer, StepDeadlines } from '../../advance';
import { AllowedHosts } from '../../checks';
import type { AccountTurns } from '../../locks';
import type { RolloutStore } from '../../store';

const KILLED = 'The backend was killed';

class Killed extends Error {
  constructor() {
    super(KILLED);
  }
}

/** A backend that can be killed at any write, and that another one replaces. */
export class Replica {
  #left = Number.POSITIVE_INFINITY;
  #advancer: RolloutAdvancer;

  constructor(
    private readonly options: {
      store: RolloutStore;
      turns: AccountTurns;
      hcpTerraform: FakeHcpTerraform;
      now: () => Date;
      /** Whether the alarm of all checks is in ALARM. */
      isAlarmed: () => boolean;
      violations: string[];
    },
  ) {
    this.#advancer = this.#start();
  }

  /** Kills it after so many writes to the database. */
  killAfter(writes: number): void {
    this.#left = writes;
  }

  async tick(): Promise<void> {
    try {
      await this.#advancer.run();
    } catch (error) {
      if (!(error instanceof Killed)) {
        throw error;
      }
    }
    if (this.#left <= 0) {
      this.#left = Number.POSITIVE_INFINITY;
      this.#advancer = this.#start();
    }
  }

  #start(): RolloutAdvancer {
    const { store, turns, hcpTerraform, now, isAlarmed, violations } =
      this.options;
    const logger = mockServices.logger.mock({
      error: (message, meta) => {
        const reason = String((meta as { reason?: string })?.reason);
        if (!reason.includes(KILLED)) {
          violations.push(`${message}: ${reason}`);
        }
      },
    });
    return new RolloutAdvancer({
      store: this.#mortal(store),
      hcpTerraform,
      sourceReader: {
        read: async () => Buffer.from('archive'),
        readCommit: async () => undefined,
      },
      auditor: mockServices.auditor.mock({
        createEvent: async () => ({
          success: async () => {},
          fail: async () => {},
        }),
      }),
      logger,
      turns,
      readHolds: async () => AccessHolds.none,
      // Its replicas look at all rollouts often enough.
      later: () => {},
      plansAtOnce: 2,
      destroyApprovers: ['group:default/approvers'],
      statefulTypes: new Set(['aws_db_instance']),
      checks: {
        hcpTerraform,
        aws: {
          cloudWatch: async () =>
            ({
              send: async () => ({
                MetricAlarms: [{ StateValue: isAlarmed() ? 'ALARM' : 'OK' }],
              }),
            } as never),
        },
        allowedHosts: new AllowedHosts([]),
        fetch: () => Promise.reject(new Error('not asked for')),
      },
      deadlines: new StepDeadlines(120_000, () => new AbortController().signal),
      now,
    });
  }

  /** The dead write nothing, and what they have asked for outside has happened. */
  #mortal(store: RolloutStore): RolloutStore {
    const alive = () => {
      if (this.#left <= 0) {
        throw new Killed();
      }
      this.#left -= 1;
    };
    return new Proxy(store, {
      get: (target, name) => {
        const value = Reflect.get(target, name);
        if (typeof value !== 'function') {
          return value;
        }
        const isWrite = name === 'change' || name === 'changeTarget';
        return async (...args: unknown[]) => {
          if (isWrite) {
            alive();
          } else if (this.#left <= 0) {
            throw new Killed();
          }
          return value.apply(target, args);
        };
      },
    });
  }
}
