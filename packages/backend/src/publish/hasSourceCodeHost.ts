import type { Config } from '@backstage/config';

const KINDS = [
  'azure',
  'bitbucketCloud',
  'bitbucketServer',
  'github',
  'gitlab',
];
const CREDENTIALS = ['token', 'apps', 'appPassword', 'credentials'];

/** Whether `integrations` names a source-code host and how to sign in to it. */
export function hasSourceCodeHost(config: Config): boolean {
  return KINDS.some(kind =>
    config
      .getOptionalConfigArray(`integrations.${kind}`)
      ?.some(host => CREDENTIALS.some(key => host.has(key))),
  );
}
