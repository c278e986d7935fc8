import type { Misbehaviour } from '../misbehaviour';
import { Journal } from '../state';
import type { JournalPosition } from '../state';
import { CloudTrailLog } from './CloudTrailLog';
import type { Delivery } from './CloudTrailLog';
import type { CloudTrailRecord } from './CloudTrailRecord';
import { recentEvents } from './recentEvents';

/** How late an event is that was asked to be. */
const LATE_MS = 300_000;

/** Some 30 MB. */
const MOST_EVENTS = 20_000;

/**
 * Brings what happens into the log: kept on disk, and delivered in its time.
 * What nobody can see any more goes at the start, and when there is too much.
 */
export class EventFeed {
  readonly log = new CloudTrailLog();
  readonly #journal: Journal<Delivery>;
  readonly #most: number;
  #kept: Delivery[];

  constructor(
    private readonly options: {
      /** What is made anew at every start, and never kept. */
      history: readonly CloudTrailRecord[];
      dataDirectory: string | undefined;
      journal: JournalPosition;
      /** Keeps how far the journal counts from now on, with its cause. */
      commit: (journal: JournalPosition) => void;
      deliveryDelayMs: number;
      misbehaviour: Misbehaviour;
      now: () => number;
      /** How many events are kept at least; then the oldest go. */
      most?: number;
    },
  ) {
    const { dataDirectory, journal } = options;
    this.#most = options.most ?? MOST_EVENTS;
    this.#journal = new Journal(dataDirectory, 'cloudtrail', journal);
    this.#kept = this.#journal.read();
    this.#forget();
    this.#fillLog();
  }

  /** Shows events once they are kept; without any, keeps what else changed. */
  append(records: readonly CloudTrailRecord[]): void {
    const { deliveryDelayMs, misbehaviour, now, commit } = this.options;
    const deliveries = records.map(record => {
      const isLate = misbehaviour.isOdd(
        'late-events',
        'cloudtrail',
        record.eventName,
      );
      return {
        record,
        deliveredAt: now() + deliveryDelayMs + (isLate ? LATE_MS : 0),
      };
    });
    this.#journal.append(deliveries);
    commit(this.#journal.position);
    this.#kept.push(...deliveries);
    this.log.append(deliveries);
    // Half as many again, so that it is not written anew for every event.
    if (this.#kept.length > this.#most * 1.5) {
      this.#forget();
      this.#fillLog();
    }
  }

  #forget(): void {
    const recent = recentEvents(this.#kept, {
      now: this.options.now(),
      most: this.#most,
    });
    if (recent.length < this.#kept.length) {
      this.#journal.rewrite(recent, this.options.commit);
      this.#kept = recent;
    }
  }

  #fillLog(): void {
    const { history, now } = this.options;
    const always = history.map(record => ({ record, deliveredAt: 0 }));
    this.log.replace([
      ...recentEvents(always, { now: now(), most: Infinity }),
      ...this.#kept,
    ]);
  }
}
