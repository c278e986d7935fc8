/**
 * A page of a list: pass `nextCursor` on, unread, for the next one.
 *
 * @public
 */
export interface Page<T> {
  items: T[];
  nextCursor?: string;
}
