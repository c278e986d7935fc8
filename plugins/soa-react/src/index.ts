/**
 * What the front ends of Backstage SOA share.
 *
 * @packageDocumentation
 */

export * from './api';
export * from './csv';
export * from './environments';
export * from './filters';
export * from './links';
export * from './loading';
export * from './owners';
export * from './paging';
export * from './states';
export * from './text';
export * from './translation';
