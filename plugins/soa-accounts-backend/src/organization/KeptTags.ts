/** The tags of an account, as they were last read. */
export interface KeptTags {
  /** Values by keys: all of them, so that other rules need no other reading. */
  tags: Readonly<Record<string, string>>;
  /** ISO 8601; absent where the last attempt to read them again has failed. */
  readAt?: string;
  /** Of the last change told by CloudTrail that they hold; ISO 8601. */
  changedAt?: string;
}
