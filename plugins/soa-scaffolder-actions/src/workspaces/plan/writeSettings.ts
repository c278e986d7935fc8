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
const STILL_DRIFT =
  'Drift is looked for still: the host does not let it be switched off';

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
  for (const key of ['autoDestroyActivityDuration', 'autoDestroyAt'] as const) {
    if (input[key] !== undefined && written[key] === undefined) {
      throw new InputError(
        'autoDestroy: the host does not destroy workspaces by itself: leave it out, or use another organization',
      );
    }
  }
  return written;

  async function attempt(): Promise<HcpTerraformWorkspace> {
    if (assessmentsEnabled === undefined || host.lacks(DRIFT)) {
      return write(without);
    }
    let answer: HcpTerraformWorkspace;
    try {
      answer = await write(input);
    } catch (error) {
      if (!(error instanceof HcpTerraformError) || error.kind !== 'invalid') {
        throw error;
      }
      // If something else is wrong with it, it is refused again.
      answer = await write(without);
    }
    if ((answer.assessmentsEnabled ?? false) !== assessmentsEnabled) {
      host.miss(DRIFT, assessmentsEnabled ? NO_DRIFT : STILL_DRIFT);
    }
    return answer;
  }
}
