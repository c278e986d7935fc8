/**
 * An account and Region that were to be read anew.
 *
 * - `started`: they are being read now, because of this request
 * - `running`: they were being read already
 * - `recent`: they were read so recently that they are not read again
 *
 * @public
 */
export interface AuditRefreshItem {
  source: string;
  account: string;
  region: string;
  state: 'started' | 'running' | 'recent';
  /** When a read last ended, well or not; ISO 8601. */
  lastReadAt?: string;
}

/**
 * `POST /v1/entities/{kind}/{namespace}/{name}/refresh`: 202 if something is
 * being read, 200 if everything was read recently.
 *
 * @public
 */
export interface AuditRefresh {
  items: AuditRefreshItem[];
}
