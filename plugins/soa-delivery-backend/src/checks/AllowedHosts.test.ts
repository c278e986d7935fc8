import { mockServices } from '@backstage/backend-test-utils';
import { AllowedHosts } from './AllowedHosts';

const of = (...hosts: string[]) =>
  AllowedHosts.fromConfig(
    mockServices.rootConfig({
      data: {
        soa: {
          delivery: { checks: { allow: hosts.map(host => ({ host })) } },
        },
      },
    }),
  );

describe('AllowedHosts', () => {
  it.each([
    ['orders.example.com', 'https://orders.example.com/health', true],
    ['Orders.example.com', 'https://ORDERS.example.com', true],
    ['orders.example.com', 'https://orders.example.com:8443', false],
    ['orders.example.com', 'https://x.orders.example.com', false],
    ['orders.example.com', 'https://orders.example.com.evil.example', false],
    ['orders.example.com', 'https://evil.example/?orders.example.com', false],
    ['orders.example.com', 'https://orders.example.com@evil.example/', false],
    ['*.example.com', 'https://a.b.example.com', true],
    ['*.example.com', 'https://example.com', false],
    ['*.example.com', 'https://badexample.com', false],
    ['*.example.com', 'https://a.example.com:8443', false],
    ['*.example.com:8443', 'https://a.example.com:8443', true],
    ['localhost:8080', 'http://localhost:8080', true],
    ['localhost:8080', 'http://localhost', false],
  ])('of %s, %s: %s', (host, url, isAllowed) => {
    expect(of('other.example', host).has(new URL(url))).toBe(isAllowed);
  });

  it('allows nothing unless it is configured', () => {
    const hosts = AllowedHosts.fromConfig(mockServices.rootConfig());
    expect(hosts.has(new URL('https://orders.example.com'))).toBe(false);
    expect(hosts.refusal(new URL('https://a.example:1/secret'))).toBe(
      'The portal may not ask a.example:1: whoever runs it adds the host to soa.delivery.checks.allow in the configuration',
    );
  });

  it.each(['https://a.example', 'a.example/path', '*', '*.', 'a..b', ''])(
    'refuses "%s"',
    host => {
      expect(() => of('a.example', host)).toThrow(
        host === ''
          ? "soa.delivery.checks.allow[1].host'"
          : `soa.delivery.checks.allow[1].host is "${host}"`,
      );
    },
  );
});
