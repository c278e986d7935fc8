import { TestClock } from '../__testUtils__/TestClock';
import { startSandboxCloud } from '../startSandboxCloud';
import type { SandboxCloud } from '../startSandboxCloud';

const A_SECOND = 30;

describe('who asks HCP Terraform', () => {
  const clock = new TestClock();
  let sandbox: SandboxCloud;

  beforeAll(async () => {
    sandbox = await startSandboxCloud({ now: clock.now });
  });

  afterAll(() => sandbox.stop());
  beforeEach(() => clock.pass(60_000));

  const ask = async (token: string, organization = 'acme') => {
    const answer = await fetch(
      `${sandbox.url}/api/v2/organizations/${organization}/projects`,
      { headers: { authorization: `Bearer ${token}` } },
    );
    return answer.status;
  };

  it('has limits of their own', async () => {
    for (let request = 0; request < A_SECOND; request += 1) {
      await ask('sandbox-token');
    }
    expect(await ask('sandbox-token')).toBe(429);
    expect(await ask('sandbox-token-1')).toBe(200);
    clock.pass(1_001);
    expect(await ask('sandbox-token')).toBe(200);
  });

  it.each([
    ['acme', 200],
    ['acme-7', 200],
    ['acme-', 404],
    ['acme-x', 404],
    ['other-1', 404],
  ])('finds of organization %s: %i', async (organization, status) => {
    expect(await ask('sandbox-token-1', organization)).toBe(status);
  });

  it.each(['sandbox-token-', 'sandbox-token-x', 'a-sandbox-token', ''])(
    'is nobody with the token "%s"',
    async token => {
      expect(await ask(token)).toBe(401);
    },
  );
});
