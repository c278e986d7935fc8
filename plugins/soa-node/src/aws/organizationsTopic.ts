/**
 * The topic of what EventBridge tells of AWS Organizations. It holds no full stop:
 * the configuration of what reads queues names topics by keys.
 *
 * @public
 */
export const ORGANIZATIONS_TOPIC = 'soa-aws-organizations';
