export { decide, isAllowed } from './decide';
export { mayAssume } from './mayAssume';
export type { WorkloadIdentityToken } from './mayAssume';
export type { PolicyDocument } from './PolicyDocument';
