import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';

const KEY = 'soa.delivery.checks.allow';
const HOST = /^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?$/i;

/**
 * The hosts that checks may ask: URLs come from files and outputs that anybody writes
 * who may change a service, and the portal reaches what they may not.
 */
export class AllowedHosts {
  /** @throws InputError that names the key at fault */
  static fromConfig(config: RootConfigService): AllowedHosts {
    const hosts = (config.getOptionalConfigArray(KEY) ?? []).map(
      (entry, index) => {
        const host = entry.getString('host');
        if (!HOST.test(host)) {
          throw new InputError(
            `${KEY}[${index}].host is "${host}": write a host such as orders.example.com, localhost:8080 or *.example.com`,
          );
        }
        return host.toLocaleLowerCase('en-US');
      },
    );
    return new AllowedHosts(hosts);
  }

  constructor(private readonly hosts: readonly string[]) {}

  has(url: URL): boolean {
    return this.hosts.some(host =>
      host.startsWith('*.')
        ? url.host.endsWith(host.slice(1))
        : url.host === host,
    );
  }

  /** What to do for a URL whose host is none of them. */
  refusal({ host }: URL): string {
    return `The portal may not ask ${host}: whoever runs it adds the host to ${KEY} in the configuration`;
  }
}
