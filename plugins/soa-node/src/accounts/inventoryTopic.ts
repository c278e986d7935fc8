/**
 * The topic on which the inventory tells that something it knows has changed. An
 * event's payload is `{ source: string }`: `aws-organizations:<account id>` or
 * `hcp-terraform:<organization>`.
 *
 * @public
 */
export const INVENTORY_TOPIC = 'soa-inventory';
