import { resourceName } from './resourceName';

it.each([
  [
    'arn:aws:ecs:us-east-1:012345678901:cluster/runtime-ecs',
    'cluster/runtime-ecs',
  ],
  [
    'arn:aws:logs:us-east-1:012345678901:log-group:/ecs/orders',
    'log-group:/ecs/orders',
  ],
  ['arn:aws:s3:::assets', 'assets'],
  ['runtime-ecs', 'runtime-ecs'],
])('%s is known as %s', (arn, name) => {
  expect(resourceName(arn)).toBe(name);
});
