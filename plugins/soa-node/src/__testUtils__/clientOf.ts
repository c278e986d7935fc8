import { createHcpTerraformClient } from '../hcp-terraform/createHcpTerraformClient';
import { FakeClock } from './FakeClock';
import type { FakeServer } from './FakeServer';

/** The client of organization `acme` on a fake server. */
export function clientOf(server: FakeServer) {
  return createHcpTerraformClient({
    organization: 'acme',
    baseUrl: server.url,
    webUrl: 'https://tfe.example',
    token: 'team.token',
    configKey: 'soa.hcpTerraform[0]',
    clock: new FakeClock(),
  });
}
