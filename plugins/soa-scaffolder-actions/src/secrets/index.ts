export { SecretFingerprints, secretId } from './SecretFingerprints';
export type { SecretIdentity, SecretState } from './SecretFingerprints';
