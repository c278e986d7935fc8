import {
  ConflictError,
  InputError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { HcpTerraformError } from '@backstage-soa/plugin-soa-node';

/** What HCP Terraform did not do, as whoever asked for it is told. */
export function asHttpError(error: unknown): unknown {
  if (!(error instanceof HcpTerraformError)) {
    return error;
  }
  switch (error.kind) {
    case 'conflict':
      return new ConflictError(error.message);
    case 'invalid':
      return new InputError(error.message);
    default:
      // The portal's token is at fault, or HCP Terraform: not whoever asks.
      return new ServiceUnavailableError(error.message);
  }
}
