import type { RootConfigService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { createHcpTerraformClient } from './createHcpTerraformClient';
import type { HcpTerraform } from './HcpTerraform';
import type { HcpTerraformClient } from './HcpTerraformClient';
import { readHcpTerraformSettings } from './settings';
import { RequestLimits } from './transport';

/** The clients of `soa.hcpTerraform`, one for each organization. */
export class DefaultHcpTerraform implements HcpTerraform {
  static fromConfig(config: RootConfigService): DefaultHcpTerraform {
    const limits = new Map<string, RequestLimits>();
    const clients = new Map<string, HcpTerraformClient>();
    for (const settings of readHcpTerraformSettings(config)) {
      // The host counts the requests of a user, not of an organization.
      const user = `${settings.baseUrl} ${settings.token}`;
      const userLimits = limits.get(user) ?? new RequestLimits();
      limits.set(user, userLimits);
      clients.set(
        settings.organization,
        createHcpTerraformClient({ ...settings, limits: userLimits }),
      );
    }
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
