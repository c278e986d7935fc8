import { mockServices } from '@backstage/backend-test-utils';
import { readRolloutTestSettings } from './readRolloutTestSettings';

const KEY = '0123456789abcdef0123456789abcdef';

const read = (webhooks?: unknown) =>
  readRolloutTestSettings(
    mockServices.rootConfig({
      data: { soa: { delivery: { checks: { webhooks } } } } as never,
    }),
  );

describe('readRolloutTestSettings', () => {
  it('reads who may tell results', () => {
    expect(read()).toEqual([]);
    expect(read([{ name: 'smoke-test', key: `${KEY}\n` }])).toEqual([
      { name: 'smoke-test', key: KEY },
    ]);
  });

  it.each([
    [[{ name: 'a b', key: KEY }], 'webhooks[0].name is "a b"'],
    [[{ name: 'a', key: 'short' }], 'webhooks[0].key is too short'],
    [
      [
        { name: 'a', key: KEY },
        { name: 'a', key: KEY },
      ],
      'names "a" twice',
    ],
  ])('names the key at fault in %j', (webhooks, message) => {
    expect(() => read(webhooks)).toThrow(message);
  });
});
