import { ServiceUnavailableError } from '@backstage/errors';
import { HcpTerraformError } from '@backstage-soa/plugin-soa-node';

/**
 * Does what an action does; where HCP Terraform has not answered, the task's
 * error says that it can be run again.
 */
export async function tellHowToGoOn(act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (error instanceof HcpTerraformError && error.kind === 'unavailable') {
      throw new ServiceUnavailableError(
        `${error.message}. Run the template again with the same input: it goes on where this has stopped.`,
      );
    }
    throw error;
  }
}
