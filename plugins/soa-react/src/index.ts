/**
 * What the front ends of Backstage SOA share.
 *
 * @packageDocumentation
 */

export * from './api';
export * from './console';
export * from './csv';
export * from './environments';
export * from './filters';
export * from './links';
export * from './loading';
export * from './owners';
export * from './paging';
export * from './sending';
export * from './states';
export * from './text';
export * from './translation';
