/**
 * Whether all sources of the inventory that are configured have been read as a
 * whole at least once: until then, what it gives is a part only. One whose first
 * read has failed is not waited for once another of its kind has been read.
 *
 * @public
 */
export interface InventoryCompleteness {
  /** Organizational units and accounts. */
  organization: boolean;
  workspaces: boolean;
}
