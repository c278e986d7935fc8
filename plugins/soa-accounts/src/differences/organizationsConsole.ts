import type { Account } from '@backstage-soa/plugin-soa-common';

const HOSTS: Record<string, string> = {
  'aws-cn': 'console.amazonaws.cn',
  'aws-us-gov': 'console.amazonaws-us-gov.com',
};

/** The account's page in AWS Organizations, for who may see it there. */
export function organizationsConsole({ id, arn }: Account): string {
  const host = HOSTS[arn.split(':')[1]] ?? 'console.aws.amazon.com';
  return `https://${host}/organizations/v2/home/accounts/${id}`;
}
