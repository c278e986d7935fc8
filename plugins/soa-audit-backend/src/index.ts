/**
 * Reads CloudTrail, attributes events to catalog entities and serves them.
 *
 * @packageDocumentation
 */

export { soaAuditPlugin as default } from './plugin';
