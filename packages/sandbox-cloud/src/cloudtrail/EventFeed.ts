import type { Misbehaviour } from '../misbehaviour';
import { Journal } from '../state';
import { CloudTrailLog } from './CloudTrailLog';
import type { Delivery } from './CloudTrailLog';
import type { CloudTrailRecord } from './CloudTrailRecord';

/** How late an event is that was asked to be. */
const LATE_MS = 300_000;

/** Brings what happens into the log: kept on disk, and delivered in its time. */
export class EventFeed {
  readonly log = new CloudTrailLog();
  readonly #journal: Journal<Delivery>;

  constructor(
    private readonly options: {
      /** What is made anew at every start, and never kept. */
      history: readonly CloudTrailRecord[];
      dataDirectory: string | undefined;
      journalLength: number;
      /** Keeps for how much of the journal counts from now on, with its cause. */
      commit: (journalLength: number) => void;
      deliveryDelayMs: number;
      misbehaviour: Misbehaviour;
      now: () => number;
    },
  ) {
    const { history, dataDirectory, journalLength } = options;
    this.log.append(history.map(record => ({ record, deliveredAt: 0 })));
    this.#journal = new Journal(
      dataDirectory,
      'cloudtrail.ndjson',
      journalLength,
    );
    this.log.append(this.#journal.read());
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
    commit(this.#journal.length);
    this.log.append(deliveries);
  }
}
