import type { FakeHcpTerraform } from '../../__testUtils__/FakeHcpTerraform';
import type { RolloutRecord } from '../../store';

/**
 * Throws if something of a rollout was begun before what was asked for earlier, in the
 * same workspace.
 *
 * @param rollouts - the newest first
 */
export function checkOrder(
  [later, earlier]: readonly RolloutRecord[],
  { runs }: FakeHcpTerraform,
): void {
  const oldestFirst = [...runs].reverse();
  for (const { placement } of later.targets) {
    const name = placement.workspace.split('/')[1];
    const ofMain = ({ id, operation }: RolloutRecord) =>
      oldestFirst.findIndex(
        run =>
          run.workspaceId === `ws-${name}` &&
          run.message?.includes(`rollout ${id}/`) &&
          run.message.endsWith(`(${operation})`),
      );
    const first = ofMain(earlier);
    const second = ofMain(later);
    if (first >= 0 && second >= 0 && second < first) {
      throw new Error(`${name} gets what was asked for later before the rest`);
    }
  }
}
