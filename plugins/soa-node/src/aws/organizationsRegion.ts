const REGIONS: Record<string, string> = {
  'aws-cn': 'cn-northwest-1',
  'aws-us-gov': 'us-gov-west-1',
  'aws-iso': 'us-iso-east-1',
  'aws-iso-b': 'us-isob-east-1',
};

/** The Region in which AWS Organizations answers, one for each partition. */
export function organizationsRegion(partition: string): string {
  return REGIONS[partition] ?? 'us-east-1';
}
