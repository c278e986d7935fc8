import { HcpTerraformError } from '@backstage-soa/plugin-soa-node';

const ATTEMPTS = 3;

/**
 * Creates something once. An answer can be lost after the write, and two tasks
 * can write at once: then there is one already. What a look shows not to be there
 * can be created again.
 *
 * @throws HcpTerraformError if it is neither created nor found
 */
export async function createOrFind<C, F>(
  create: () => Promise<C>,
  find: () => Promise<F | undefined>,
): Promise<{ created: C } | { found: F }> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return { created: await create() };
    } catch (error) {
      const kind = error instanceof HcpTerraformError && error.kind;
      if (kind !== 'conflict' && kind !== 'unavailable') {
        throw error;
      }
      const found = await find();
      if (found !== undefined) {
        return { found };
      }
      if (kind === 'conflict' || attempt === ATTEMPTS) {
        throw error;
      }
    }
  }
}
