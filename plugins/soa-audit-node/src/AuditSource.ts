/**
 * An account and a Region whose events are to be read.
 *
 * @public
 */
export interface AuditShard {
  /** Twelve digits. */
  account: string;
  region: string;
}

/**
 * How far a shard has been read.
 *
 * @public
 */
export interface AuditPosition {
  /** Everything before this has been delivered; ISO 8601. */
  readUntil?: string;
  /** What the last batch gave as `resume`, if that read did not come to its end. */
  resume?: string;
}

/**
 * A batch of records, as CloudTrail wrote them, parsed from JSON.
 *
 * @public
 */
export interface AuditBatch {
  shard: AuditShard;
  records: unknown[];
  /**
   * Where the shard's first read began: nothing from before has been read, and
   * people are told so. ISO 8601; the first `readUntil` is refused without it.
   */
  readFrom?: string;
  /**
   * Everything of the shard before this has been delivered; ISO 8601. Absent
   * while more is to come. It is kept together with the records.
   */
  readUntil?: string;
  /**
   * Where to go on if the read ends here, in the source's own words. It is kept
   * together with the records, and forgotten with the next `readUntil`.
   */
  resume?: string;
}

/**
 * What a source reads with.
 *
 * @public
 */
export interface AuditSourceContext {
  shards: AuditShard[];
  /** Until when the shard has been read; ISO 8601. */
  readUntil(shard: AuditShard): string | undefined;
  /**
   * Calls `read` while nobody else reads the shard, on whichever replica; not
   * at all if somebody does. An error of `read` is kept as the reason why the
   * shard's events are missing, and does not come out.
   */
  exclusively(
    shard: AuditShard,
    read: (position: AuditPosition) => Promise<void>,
  ): Promise<void>;
  /** Stores a batch; a record that is stored already is no harm. */
  deliver(batch: AuditBatch): Promise<void>;
  /** Says why a shard could not be read; the others go on. */
  failed(shard: AuditShard, error: Error): Promise<void>;
  signal?: AbortSignal;
}

/**
 * Where CloudTrail records come from.
 *
 * @public
 */
export interface AuditSource {
  /** Letters, digits and hyphens; never changes, because positions carry it. */
  id: string;
  /**
   * Whether some shards can be read out of turn, when somebody asks for what is
   * newest. Such a source reads each shard within `exclusively`.
   */
  onDemand?: boolean;
  /** Reads what is new, once. Called again on the source's schedule. */
  read(context: AuditSourceContext): Promise<void>;
}
