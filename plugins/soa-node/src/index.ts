/**
 * AWS, HCP Terraform and Backstage SOA clients as backend services.
 *
 * @packageDocumentation
 */

export * from './accounts';
export * from './aws';
export * from './config';
export * from './delivery';
export * from './hcp-terraform';
