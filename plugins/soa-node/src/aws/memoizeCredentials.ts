import type { AwsCredentialProvider } from '@backstage/integration-aws-node';

type Provider = AwsCredentialProvider['sdkCredentialProvider'];
type Credentials = Awaited<ReturnType<Provider>>;

// The SDK asks again this long before its credentials end.
const REFRESH_MS = 5 * 60_000;
// Where this machine's clock is ahead, whatever is given looks as if it had ended.
const FRESH_MS = 60_000;

/**
 * One set of credentials for all clients of an account. Each client of the SDK
 * keeps only its own, so that 17 Regions would assume a role 17 times. Asked with
 * `forceRefresh`, it gets others.
 */
export function memoizeCredentials(
  provider: Provider,
  now: () => number = Date.now,
): Provider {
  let known: Credentials | undefined;
  let knownSince = 0;
  let pending: Promise<Credentials> | undefined;
  return async properties => {
    const ends = known?.expiration?.getTime() ?? Number.POSITIVE_INFINITY;
    const isFresh = now() - knownSince < FRESH_MS || ends - now() > REFRESH_MS;
    if (known && isFresh && !properties?.forceRefresh) {
      return known;
    }
    pending ??= provider(properties).finally(() => {
      pending = undefined;
    });
    known = await pending;
    knownSince = now();
    return known;
  };
}
