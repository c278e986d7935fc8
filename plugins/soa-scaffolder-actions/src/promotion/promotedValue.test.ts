import { promotedValue } from './promotedValue';

const sha = (digit: string) => `@sha256:${digit.repeat(64)}`;
const ecr = (account: string, region: string) =>
  `${account}.dkr.ecr.${region}.amazonaws.com`;

describe('promotedValue', () => {
  it.each([
    [
      'the digest, from the registry of its own',
      `${ecr('111122223333', 'us-east-1')}/orders${sha('a')}`,
      `${ecr('444455556666', '{region}')}/orders${sha('b')}`,
      `${ecr('444455556666', '{region}')}/orders${sha('a')}`,
    ],
    [
      'the tag, as well',
      'registry.acme.example:5000/shop/orders:2',
      'mirror.acme.example/shop/orders:1',
      'mirror.acme.example/shop/orders:2',
    ],
    [
      'all of another image',
      `ghcr.io/acme/orders${sha('a')}`,
      'ghcr.io/acme/nginx:1',
      `ghcr.io/acme/orders${sha('a')}`,
    ],
    ['what is in no registry', 'nginx:2', 'nginx:1', 'nginx:2'],
    ['what is new', 'nginx:2', undefined, 'nginx:2'],
    [
      'a zip, from the bucket of its own',
      { bucket: 'dev', key: 'k2', version: '2' },
      { bucket: 'prod-{region}', key: 'k1', version: '1' },
      { bucket: 'prod-{region}', key: 'k2', version: '2' },
    ],
    ['an image of machines', 'ami-2', 'ami-1', 'ami-2'],
  ])('promotes %s', (_, value, own, promoted) => {
    expect(promotedValue(value, own)).toEqual(promoted);
  });
});
