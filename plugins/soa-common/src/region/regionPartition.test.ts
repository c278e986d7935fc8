import { regionPartition } from './regionPartition';

describe('regionPartition', () => {
  // AWS's own list of November 2026.
  it.each([
    ['af-south-1', 'aws'],
    ['ap-southeast-7', 'aws'],
    ['ca-west-1', 'aws'],
    ['cn-north-1', 'aws-cn'],
    ['cn-northwest-1', 'aws-cn'],
    ['eu-central-1', 'aws'],
    ['eu-isoe-west-1', 'aws-iso-e'],
    ['eusc-de-east-1', 'aws-eusc'],
    ['il-central-1', 'aws'],
    ['us-east-1', 'aws'],
    ['us-gov-east-1', 'aws-us-gov'],
    ['us-gov-west-1', 'aws-us-gov'],
    ['us-iso-east-1', 'aws-iso'],
    ['us-iso-west-1', 'aws-iso'],
    ['us-isob-east-1', 'aws-iso-b'],
    ['us-isob-west-1', 'aws-iso-b'],
    ['us-isof-east-1', 'aws-iso-f'],
    ['us-isof-south-1', 'aws-iso-f'],
    ['us-west-2', 'aws'],
    ['global', 'aws'],
  ])('puts %s into %s', (region, partition) => {
    expect(regionPartition(region)).toBe(partition);
  });
});
