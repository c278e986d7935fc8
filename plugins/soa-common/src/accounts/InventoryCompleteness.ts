/**
 * Whether all sources of the inventory that are configured have been read as a
 * whole at least once: until then, what it gives is a part only.
 *
 * @public
 */
export interface InventoryCompleteness {
  /** Organizational units and accounts. */
  organization: boolean;
  workspaces: boolean;
}
