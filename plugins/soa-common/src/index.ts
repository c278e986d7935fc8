/**
 * The model that all Backstage SOA packages share.
 *
 * @packageDocumentation
 */

export * from './accounts';
export * from './audit';
export * from './catalog';
export * from './delivery';
export * from './naming';
export * from './permissions';
export * from './placement';
export * from './platform';
export * from './region';
export * from './reservations';
export * from './runtime';
export * from './search';
