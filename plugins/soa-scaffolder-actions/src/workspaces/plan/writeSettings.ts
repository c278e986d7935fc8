import { InputError } from '@backstage/errors';
import { HcpTerraformError } from '@backstage-soa/plugin-soa-node';
import type {
  HcpTerraformWorkspace,
  HcpTerraformWorkspaceInput,
} from '@backstage-soa/plugin-soa-node';
import type { Wiring } from '../wiring';

const DRIFT = 'drift detection';
const NO_DRIFT =
  'Drift is not looked for: the host does not offer drift detection, or refuses it to this organization';

/**
 * Writes settings, without drift detection where the host does not offer it:
 * some editions refuse it, some ignore it, and some do not know it.
 *
 * @throws InputError if the host ignores what must not be left out
 */
export async function writeSettings<
  T extends Partial<HcpTerraformWorkspaceInput>,
>(
  input: T,
  write: (input: T) => Promise<HcpTerraformWorkspace>,
  { host }: Pick<Wiring, 'host'>,
): Promise<HcpTerraformWorkspace> {
  const { assessmentsEnabled, ...others } = input;
  const without = others as T;
  const written = await attempt();
  if (
    input.autoDestroyActivityDuration !== undefined &&
    written.autoDestroyActivityDuration === undefined
  ) {
    throw new InputError(
      'autoDestroy: the host does not destroy workspaces by itself: leave it out, or use another organization',
    );
  }
  return written;

  async function attempt(): Promise<HcpTerraformWorkspace> {
    if (!assessmentsEnabled || host.lacks(DRIFT)) {
      return write(assessmentsEnabled ? without : input);
    }
    try {
      const answer = await write(input);
      if (answer.assessmentsEnabled !== true) {
        host.miss(DRIFT, NO_DRIFT);
      }
      return answer;
    } catch (error) {
      if (!(error instanceof HcpTerraformError) || error.kind !== 'invalid') {
        throw error;
      }
      // If something else is wrong with it, it is refused again.
      const answer = await write(without);
      host.miss(DRIFT, NO_DRIFT);
      return answer;
    }
  }
}
