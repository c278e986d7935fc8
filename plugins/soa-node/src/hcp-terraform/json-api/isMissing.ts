import { HcpTerraformError } from '../HcpTerraformError';

/** Whether it failed because something is not found, or not allowed. */
export function isMissing(error: unknown): error is HcpTerraformError {
  return (
    error instanceof HcpTerraformError &&
    error.kind === 'not-found-or-not-allowed'
  );
}
