import { decide } from './decide';
import type { PolicyDocument } from './PolicyDocument';

/** What HCP Terraform signs for a phase of a run; claims may be missing. */
export interface WorkloadIdentityToken {
  /** The address of whoever has signed it. */
  iss: string;
  aud?: string;
  sub?: string;
}

/**
 * Whether AWS STS gives credentials of a role for a token, in an account whose
 * only identity provider is the one that is named after the token's issuer.
 */
export function mayAssume(
  trust: PolicyDocument,
  { iss, aud, sub }: WorkloadIdentityToken,
  account: string,
): boolean {
  // IAM knows an issuer, and its claims, by the address without the scheme.
  const issuer = iss.replace(/^https:\/\//, '');
  return (
    decide([trust], {
      action: 'sts:AssumeRoleWithWebIdentity',
      resource: '*',
      federated: `arn:aws:iam::${account}:oidc-provider/${issuer}`,
      context: {
        ...(aud !== undefined && { [`${issuer}:aud`]: aud }),
        ...(sub !== undefined && { [`${issuer}:sub`]: sub }),
      },
    }) === 'allowed'
  );
}
