import { HcpTerraformError } from '@backstage-soa/plugin-soa-node';

/** In a dry run, what HCP Terraform does not tell is unknown, and no failure. */
export async function unlessUnknown<T>(
  isDryRun: boolean | undefined,
  read: () => Promise<T>,
): Promise<T | HcpTerraformError> {
  try {
    return await read();
  } catch (error) {
    if (isDryRun && error instanceof HcpTerraformError) {
      return error;
    }
    throw error;
  }
}
