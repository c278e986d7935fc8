import type { PlatformParameter } from '@backstage-soa/plugin-soa-common';

const WORDS: Readonly<Record<PlatformParameter, string>> = {
  'alarm-topic-arn': 'topic for alarms',
  'cluster-arn': 'ECS cluster',
  'eks-cluster-name': 'EKS cluster',
  'kms-key-arn': 'key',
  'listener-arn': 'shared load balancer',
  'public-subnet-ids': 'public subnets',
  'service-network-arn': 'VPC Lattice service network',
  'subnet-ids': 'private subnets',
  'vpc-id': 'VPC',
  'zone-id': 'DNS zone',
};

/** What a platform lacks, by what it is and by its name: `no VPC (vpc-id)`. */
export function lackInWords(names: readonly PlatformParameter[]): string {
  return inSequence(names.map(name => `no ${WORDS[name]} (${name})`));
}

function inSequence(parts: readonly string[]): string {
  return parts.length < 2
    ? parts.join('')
    : `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1]}`;
}
