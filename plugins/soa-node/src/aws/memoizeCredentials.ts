import type { AwsCredentialProvider } from '@backstage/integration-aws-node';

type Provider = AwsCredentialProvider['sdkCredentialProvider'];
type Credentials = Awaited<ReturnType<Provider>>;

// The SDK asks again this long before its credentials end.
const REFRESH_MS = 5 * 60_000;

/**
 * One set of credentials for all clients of an account. Each client of the SDK
 * keeps only its own, so that 17 Regions would assume a role 17 times.
 */
export function memoizeCredentials(
  provider: Provider,
  now: () => number = Date.now,
): Provider {
  let known: Credentials | undefined;
  let pending: Promise<Credentials> | undefined;
  return async properties => {
    const ends = known?.expiration?.getTime() ?? Number.POSITIVE_INFINITY;
    if (known && ends - now() > REFRESH_MS) {
      return known;
    }
    pending ??= provider(properties).finally(() => {
      pending = undefined;
    });
    known = await pending;
    return known;
  };
}
