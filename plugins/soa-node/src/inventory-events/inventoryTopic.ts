/**
 * The topic under which the inventory tells that what it knows of an organisation has
 * changed.
 *
 * @public
 */
export const INVENTORY_TOPIC = 'soa-inventory';
