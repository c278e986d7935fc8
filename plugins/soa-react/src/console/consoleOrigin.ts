import {
  GLOBAL_REGION,
  regionPartition,
} from '@backstage-soa/plugin-soa-common';

const HOSTS: Readonly<Record<string, string>> = {
  aws: 'console.aws.amazon.com',
  'aws-cn': 'console.amazonaws.cn',
  'aws-us-gov': 'console.amazonaws-us-gov.com',
  'aws-eusc': 'console.amazonaws-eusc.eu',
};

/**
 * Where the console of AWS is for a Region; global services are in the first
 * commercial one.
 *
 * @returns the origin, without a slash at its end; `undefined` for partitions whose
 *   consoles are on no network that a portal could link to
 */
export function consoleOrigin(region: string): string | undefined {
  const host = HOSTS[regionPartition(region)];
  const place = region === GLOBAL_REGION ? 'us-east-1' : region;
  return host && `https://${place}.${host}`;
}
