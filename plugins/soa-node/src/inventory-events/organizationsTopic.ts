/**
 * The topic under which events of AWS Organizations are taken, as EventBridge writes
 * them.
 *
 * @public
 */
export const AWS_ORGANIZATIONS_TOPIC = 'soa-aws-organizations';
