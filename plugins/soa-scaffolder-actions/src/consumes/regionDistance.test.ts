import { regionDistance } from './regionDistance';

describe('regionDistance', () => {
  it.each([
    ['us-east-1', 'us-east-1', 0],
    ['us-east-1', 'global', 0],
    ['us-east-1', 'us-east-2', 1],
    ['us-east-1', 'us-west-2', 2],
    ['ap-northeast-1', 'ap-south-1', 2],
    ['us-east-1', 'eu-west-1', 3],
    ['global', 'us-east-1', 3],
  ])('is from %s to %s %i', (from, to, distance) => {
    expect(regionDistance(from, to)).toBe(distance);
  });
});
