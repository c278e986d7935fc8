import type { Config } from '@backstage/config';

const CREDENTIALS = ['token', 'apps', 'appPassword', 'credentials'];

/** Of entries of `integrations` that name no host. */
const DEFAULT_HOSTS: Record<string, string> = {
  azure: 'dev.azure.com',
  bitbucketCloud: 'bitbucket.org',
  github: 'github.com',
  gitlab: 'gitlab.com',
};

/**
 * Whether `integrations` says how to sign in to a host that a publish action
 * can publish to.
 *
 * @param action - such as `publish:github`
 * @param allowedHosts - those that a template lets people choose; all if absent
 */
export function canPublish(
  config: Config,
  action: string,
  allowedHosts?: readonly string[],
): boolean {
  const [, kind] = action.split(':');
  const hosts = config.getOptionalConfigArray(`integrations.${kind}`) ?? [];
  return hosts.some(entry => {
    const host = entry.getOptionalString('host') ?? DEFAULT_HOSTS[kind];
    return (
      CREDENTIALS.some(key => entry.has(key)) &&
      (!allowedHosts || allowedHosts.includes(host))
    );
  });
}
