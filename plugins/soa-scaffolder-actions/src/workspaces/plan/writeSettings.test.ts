import { HcpTerraformError } from '@backstage-soa/plugin-soa-node';
import type { HcpTerraformWorkspaceInput } from '@backstage-soa/plugin-soa-node';
import { HostNotes } from '../wiring';
import { writeSettings } from './writeSettings';

type Settings = Partial<HcpTerraformWorkspaceInput>;

/** A host that keeps what it is given, as far as `keep` lets it. */
function hostThat(keep: (settings: Settings) => Settings) {
  const told: string[] = [];
  const host = new HostNotes(note => told.push(note));
  const written: Settings[] = [];
  const write = (input: Settings) =>
    writeSettings(
      input,
      async settings => {
        written.push(settings);
        return {
          id: 'ws-1',
          name: 'orders',
          autoApply: false,
          tagBindings: {},
          ...keep(settings),
        };
      },
      { host },
    );
  return { told, write, written };
}

describe('writeSettings', () => {
  it.each([
    { autoDestroyActivityDuration: '14d' },
    { autoDestroyAt: '2030-01-01T00:00:00Z' },
  ])('refuses a host that ignores %j', async settings => {
    await expect(hostThat(() => ({})).write(settings)).rejects.toThrow(
      'autoDestroy: the host does not destroy workspaces by itself',
    );
    await expect(hostThat(one => one).write(settings)).resolves.toMatchObject(
      settings,
    );
  });

  it.each([true, false])('writes drift detection: %s', async on => {
    const { told, write, written } = hostThat(one => one);
    await write({ assessmentsEnabled: on });
    expect(written).toEqual([{ assessmentsEnabled: on }]);
    expect(told).toEqual([]);
  });

  it.each([
    [true, undefined, ['Drift is not looked for: the host does not']],
    [true, false, ['Drift is not looked for: the host does not']],
    // A host that does not know it does not look for drift.
    [false, undefined, []],
    [false, true, ['Drift is looked for still: the host does not']],
  ])('says so where %s is ignored: %s', async (wanted, kept, says) => {
    const { told, write } = hostThat(() => ({ assessmentsEnabled: kept }));
    await write({ assessmentsEnabled: wanted });
    await write({ assessmentsEnabled: wanted });
    expect(told).toEqual(says.map(line => expect.stringContaining(line)));
  });

  it.each([
    [true, 1],
    [false, 0],
  ])('leaves drift detection out where %s is refused', async (on, notes) => {
    const { told, write, written } = hostThat(settings => {
      if ('assessmentsEnabled' in settings) {
        throw new HcpTerraformError('invalid', 'Not in your plan', 422);
      }
      return settings;
    });
    await write({ autoApply: true, assessmentsEnabled: on });
    expect(written[1]).toEqual({ autoApply: true });
    expect(told).toHaveLength(notes);
  });
});
