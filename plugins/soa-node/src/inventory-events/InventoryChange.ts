import { z } from 'zod';

const changeSchema = z.object({
  kind: z.enum(['organization', 'workspaces']),
});

/**
 * What has changed: organizational units and accounts, or workspaces.
 *
 * @public
 */
export type InventoryChange = z.infer<typeof changeSchema>;

/**
 * Reads the payload of an event of the inventory.
 *
 * @returns `undefined` if it is none
 * @public
 */
export function readInventoryChange(
  payload: unknown,
): InventoryChange | undefined {
  return changeSchema.safeParse(payload).data;
}
