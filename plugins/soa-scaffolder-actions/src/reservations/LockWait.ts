import type {
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { LockRequest, SoaLock } from '@backstage-soa/plugin-soa-common';
import type { SoaDeliveryClient } from '@backstage-soa/plugin-soa-node';
import { isUnanswered, untilAnswered } from '../delivery';
import type { RunClock } from '../runs';
import { describeLock, targetInWords } from './describeLock';

const PAUSE_MS = 5_000;
// Often enough that a place in the queue is kept.
const RENEW_MS = 60_000;
const LOOK_MS = 10_000;
const LEAVE_MS = 10_000;

/** Waits in the queue of a lock for the lock. */
export class LockWait {
  #askedAt = 0;
  readonly #told = new Set<string>();

  constructor(
    private readonly options: {
      delivery: Pick<
        SoaDeliveryClient,
        'acquireLock' | 'listLocks' | 'releaseLocks'
      >;
      request: LockRequest;
      credentials: BackstageCredentials;
      logger: Pick<LoggerService, 'info' | 'warn'>;
      clock: RunClock;
      signal?: AbortSignal;
    },
  ) {}

  /**
   * @returns the lock, or the place in the queue that it still has when its time is up
   * @throws a refusal, or the signal's reason, once it has left the queue
   */
  async until(end: number): Promise<SoaLock> {
    const { clock, signal, logger } = this.options;
    let lock = await this.#ask();
    try {
      while (lock.state === 'waiting' && clock.now() < end) {
        await clock.pause(PAUSE_MS, signal);
        try {
          lock = await this.#look(lock);
        } catch (error) {
          signal?.throwIfAborted();
          if (!isUnanswered(error)) {
            throw error;
          }
          this.#tellOnce('unanswered', () =>
            logger.warn(
              `How far it is: soa-delivery gave no answer, and is asked again: ${error.message}`,
            ),
          );
        }
      }
      return lock;
    } catch (error) {
      await this.leave(lock);
      throw error;
    }
  }

  /** Gives up a place in the queue, or a lock that nobody uses. */
  async leave({ id, target }: SoaLock): Promise<void> {
    const { delivery, credentials, logger, clock } = this.options;
    try {
      // Whoever has canceled the task is not to keep the others waiting.
      await delivery.releaseLocks(
        { id },
        { credentials, signal: clock.timeout(LEAVE_MS) },
      );
      logger.info(`${targetInWords(target)}: has left the queue`);
    } catch (error) {
      logger.warn(
        `${targetInWords(
          target,
        )}: could not leave the queue, and drops out of it by itself: ${error}`,
      );
    }
  }

  async #look(lock: SoaLock): Promise<SoaLock> {
    const { delivery, credentials, clock, signal } = this.options;
    if (clock.now() - this.#askedAt >= RENEW_MS) {
      return this.#ask();
    }
    const late = clock.timeout(LOOK_MS);
    const { items } = await delivery.listLocks(
      { id: lock.id },
      {
        credentials,
        signal: signal ? AbortSignal.any([signal, late]) : late,
      },
    );
    const [found] = items;
    // Its turn has come, or its place is lost: who asks again has it.
    return found?.state === 'waiting' ? this.#tell(found) : this.#ask();
  }

  async #ask(): Promise<SoaLock> {
    const { delivery, request, credentials, logger, clock, signal } =
      this.options;
    const lock = await untilAnswered(
      () => delivery.acquireLock(request, { credentials, signal }),
      { logger, signal, pause: clock.pause.bind(clock) },
    );
    this.#askedAt = clock.now();
    return this.#tell(lock);
  }

  #tell(lock: SoaLock): SoaLock {
    const line = describeLock(lock);
    this.#tellOnce(line, () => this.options.logger.info(line));
    return lock;
  }

  #tellOnce(what: string, tell: () => void): void {
    if (!this.#told.has(what)) {
      this.#told.add(what);
      tell();
    }
  }
}
