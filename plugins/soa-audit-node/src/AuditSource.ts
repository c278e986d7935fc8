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
 * A batch of records, as CloudTrail wrote them, parsed from JSON.
 *
 * @public
 */
export interface AuditBatch {
  shard: AuditShard;
  records: unknown[];
  /**
   * Everything of the shard before this has been delivered; ISO 8601. Absent
   * while more is to come. It is kept together with the records.
   */
  readUntil?: string;
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
  /** Reads what is new, once. Called again on the source's schedule. */
  read(context: AuditSourceContext): Promise<void>;
}
