/** A file of a repository that is to become another. */
export interface Change {
  /** Beside the service's `catalog-info.yaml`, with `/`. */
  path: string;
  /** Absent where it is not there yet. */
  before?: string;
  /** Absent where it goes. */
  after?: string;
}
