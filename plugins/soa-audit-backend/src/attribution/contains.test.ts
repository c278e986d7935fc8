import { contains } from './contains';

const ecs = (path: string) => `arn:aws:ecs:us-east-1:111122223333:${path}`;

describe('contains', () => {
  it.each([
    [ecs('cluster/shop'), ecs('service/shop/cart'), true],
    [ecs('cluster/shop'), ecs('service/shop-2/cart'), false],
    [ecs('cluster/shop'), ecs('task-definition/shop'), false],
    [ecs('service/shop/cart'), ecs('cluster/shop'), false],
    ['arn:aws:s3:::media', 'arn:aws:s3:::media/cat.png', true],
    ['arn:aws:s3:::media', 'arn:aws:s3:::media-2/cat.png', false],
    ['arn:aws:eks:a:1:cluster/shop', ecs('service/shop/cart'), false],
    ['arn:aws:logs:a:1:log-group:/a', 'arn:aws:logs:a:1:log-group:/a:*', true],
  ])('says of %s and %s: %s', (outer, inner, expected) => {
    expect(contains(outer, inner)).toBe(expected);
  });
});
