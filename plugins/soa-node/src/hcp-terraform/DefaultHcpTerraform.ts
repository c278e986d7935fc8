import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError, NotFoundError } from '@backstage/errors';
import { DefaultHcpTerraformClient } from './DefaultHcpTerraformClient';
import type { HcpTerraform } from './HcpTerraform';
import type { HcpTerraformClient } from './HcpTerraformClient';
import { Transport } from './Transport';

const PUBLIC_URL = 'https://app.terraform.io';

/** The clients of `soa.hcpTerraform`, one for each organization. */
export class DefaultHcpTerraform implements HcpTerraform {
  static fromConfig(config: RootConfigService): DefaultHcpTerraform {
    const clients = new Map<string, HcpTerraformClient>();
    const entries = config.getOptionalConfigArray('soa.hcpTerraform') ?? [];
    entries.forEach((entry, index) => {
      const organization = entry.getString('organization');
      if (clients.has(organization)) {
        throw new InputError(
          `soa.hcpTerraform names organization "${organization}" twice: remove one of them`,
        );
      }
      const key = `soa.hcpTerraform[${index}]`;
      const baseUrl = readUrl(
        entry.getOptionalString('baseUrl') ?? PUBLIC_URL,
        `${key}.baseUrl`,
      );
      const webUrl = entry.getOptionalString('webUrl');
      clients.set(
        organization,
        new DefaultHcpTerraformClient({
          organization,
          webUrl: webUrl ? readUrl(webUrl, `${key}.webUrl`) : baseUrl,
          transport: new Transport({
            organization,
            baseUrl,
            token: entry.getString('token'),
          }),
        }),
      );
    });
    return new DefaultHcpTerraform(clients);
  }

  constructor(
    private readonly clients: ReadonlyMap<string, HcpTerraformClient>,
  ) {}

  organizations(): string[] {
    return [...this.clients.keys()];
  }

  client(organization?: string): HcpTerraformClient {
    const name = organization ?? this.organizations()[0];
    const client = name === undefined ? undefined : this.clients.get(name);
    if (!client) {
      throw new NotFoundError(
        name === undefined
          ? 'No HCP Terraform organization is configured: add one to soa.hcpTerraform'
          : `The HCP Terraform organization "${name}" is not configured: add it to soa.hcpTerraform`,
      );
    }
    return client;
  }
}

function readUrl(value: string, key: string): string {
  if (!URL.canParse(value)) {
    throw new InputError(
      `${key} is "${value}": write a URL such as ${PUBLIC_URL}`,
    );
  }
  return value.replace(/\/+$/, '').replace(/\/api\/v2$/, '');
}
