import { isRegion } from './isRegion';
import { regionShortCode } from './regionShortCode';

// All partitions: AWS's own list of November 2026.
const REGIONS = [
  'af-south-1',
  'ap-east-1',
  'ap-east-2',
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-northeast-3',
  'ap-south-1',
  'ap-south-2',
  'ap-southeast-1',
  'ap-southeast-2',
  'ap-southeast-3',
  'ap-southeast-4',
  'ap-southeast-5',
  'ap-southeast-6',
  'ap-southeast-7',
  'ca-central-1',
  'ca-west-1',
  'cn-north-1',
  'cn-northwest-1',
  'eu-central-1',
  'eu-central-2',
  'eu-isoe-west-1',
  'eu-north-1',
  'eu-south-1',
  'eu-south-2',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'eusc-de-east-1',
  'il-central-1',
  'me-central-1',
  'me-south-1',
  'mx-central-1',
  'sa-east-1',
  'us-east-1',
  'us-east-2',
  'us-gov-east-1',
  'us-gov-west-1',
  'us-iso-east-1',
  'us-iso-west-1',
  'us-isob-east-1',
  'us-isob-west-1',
  'us-isof-east-1',
  'us-isof-south-1',
  'us-west-1',
  'us-west-2',
];

describe('regionShortCode', () => {
  it.each([
    ['us-east-1', 'use1'],
    ['ap-northeast-1', 'apne1'],
    ['us-gov-west-1', 'usgovw1'],
    ['eusc-de-east-1', 'euscdee1'],
    ['global', 'global'],
  ])('shortens %s to %s', (region, code) => {
    expect(regionShortCode(region)).toBe(code);
  });

  it('gives every Region a code of its own', () => {
    const codes = [...REGIONS, 'global'].map(regionShortCode);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) {
      expect(code).toMatch(/^[a-z0-9]{4,11}$/);
    }
  });
});

describe('isRegion', () => {
  it.each([...REGIONS, 'global'])('knows %s', region => {
    expect(isRegion(region)).toBe(true);
  });

  it.each([
    '',
    'us-east',
    'us-east-1a',
    'US-EAST-1',
    'us-east-1\n',
    `us-${'east'.repeat(75)}-1`,
    1,
    null,
  ])('does not take %j for one', value => {
    expect(isRegion(value)).toBe(false);
  });
});
