import { HcpTerraformError } from '../HcpTerraformError';

/**
 * Whether an error may be of the details that were asked for: some hosts refuse
 * what they do not know, and some do not manage to give that much at once. One
 * of the rate is not.
 */
export function isWithoutDetails(error: unknown): error is HcpTerraformError {
  return (
    error instanceof HcpTerraformError &&
    (error.status === 400 ||
      error.status === 422 ||
      (error.kind === 'unavailable' && error.status !== 429))
  );
}
