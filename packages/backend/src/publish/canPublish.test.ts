import { ConfigReader } from '@backstage/config';
import { canPublish } from './canPublish';

describe('canPublish', () => {
  const token = 't';
  it.each([
    [{}, false],
    [{ github: [{ host: 'github.com' }] }, false],
    [{ github: [{ host: 'github.com', token }] }, true],
    [{ github: [{ token }] }, true],
    [{ github: [{ host: 'github.com', apps: [{ appId: 1 }] }] }, true],
    [{ github: [{ host: 'ghe.acme.example', token }] }, false],
    [{ gitlab: [{ host: 'gitlab.com', token }] }, false],
    [
      { github: [{ host: 'github.com' }], azure: [{ credentials: [{}] }] },
      false,
    ],
  ])('on github.com with %j: %s', (integrations, expected) => {
    expect(
      canPublish(new ConfigReader({ integrations }), 'publish:github', [
        'github.com',
      ]),
    ).toBe(expected);
  });

  it('takes any host of its kind where a template allows all', () => {
    const config = new ConfigReader({
      integrations: { github: [{ host: 'ghe.acme.example', token }] },
    });
    expect(canPublish(config, 'publish:github:pull-request')).toBe(true);
  });
});
