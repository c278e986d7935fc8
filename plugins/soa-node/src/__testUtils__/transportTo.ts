import type { RequestLimits } from '../hcp-terraform/transport/RequestLimits';
import { Transport } from '../hcp-terraform/transport/Transport';
import type { FakeClock } from './FakeClock';
import type { FakeServer } from './FakeServer';

export const TRANSPORT_TOKEN = 'team.secret.token';

/** Sends to a fake server, as organization `acme`. */
export function transportTo(
  server: FakeServer,
  clock: FakeClock,
  limits?: RequestLimits,
): Transport {
  return new Transport({
    organization: 'acme',
    baseUrl: server.url,
    token: TRANSPORT_TOKEN,
    configKey: 'soa.hcpTerraform[0]',
    clock,
    limits,
  });
}
