import { initialHcpState } from '../initialHcpState';
import { HcpStore } from '../HcpStore';
import { forgetOldRuns } from './forgetOldRuns';

const now = Date.parse('2026-11-20T12:00:00Z');
const NINETY_DAYS = 90 * 86_400_000;

describe('forgetOldRuns', () => {
  const stateWith = () => {
    const state = initialHcpState(now);
    const [workspace] = state.workspaces;
    workspace.runIds = [];
    state.runs = state.runs.filter(run => run.workspaceId !== workspace.id);
    const add = (id: string, status: string, version: string) => {
      state.runs.push({
        id,
        workspaceId: workspace.id,
        configurationVersionId: version,
        message: '',
        planOnly: false,
        status,
        since: now,
        createdAt: now,
        plan: { add: 0, change: 0, destroy: 0 },
      });
      workspace.runIds.push(id);
    };
    add('run-1', 'applied', 'cv-1');
    add('run-2', 'errored', 'cv-2');
    add('run-3', 'planned', 'cv-3');
    add('run-4', 'applied', 'cv-2');
    state.configurationVersions = ['cv-1', 'cv-2', 'cv-3', 'cv-4'].map(id => ({
      id,
      workspaceId: workspace.id,
      status: 'uploaded' as const,
      placements: {},
    }));
    return { state, workspace };
  };
  const idsOf = (items: ReadonlyArray<{ id: string }>) =>
    items.map(({ id }) => id);

  it('changes nothing for ninety days', () => {
    const { state } = stateWith();
    forgetOldRuns(state, now + NINETY_DAYS);
    expect(idsOf(state.configurationVersions)).toHaveLength(4);
    expect(idsOf(state.runs)).toContain('run-1');
  });

  it('keeps what goes on, the newest, and the configurations in use', () => {
    const { state, workspace } = stateWith();
    forgetOldRuns(state, now + NINETY_DAYS + 1);
    expect(workspace.runIds).toEqual(['run-3', 'run-4']);
    expect(idsOf(state.runs)).toEqual(
      expect.arrayContaining(['run-3', 'run-4']),
    );
    expect(idsOf(state.runs)).not.toContain('run-1');
    expect(idsOf(state.configurationVersions)).toEqual([
      'cv-2',
      'cv-3',
      'cv-4',
    ]);
    for (const { runIds } of state.workspaces) {
      expect(runIds.length).toBeGreaterThan(0);
      expect(idsOf(state.runs)).toEqual(expect.arrayContaining(runIds));
    }
  });

  it('makes no id a second time afterwards', () => {
    const { state } = stateWith();
    const nextId = () =>
      new HcpStore({ state, now: () => now, save: () => {} }).id('run', 'ws');
    const { length } = state.runs;
    const version = state.configurationVersions[0];
    const seen = nextId();
    forgetOldRuns(state, now + NINETY_DAYS + 1);
    // As many as there were before.
    state.configurationVersions.push(version);
    while (state.runs.length < length) {
      state.runs.push(state.runs[0]);
    }
    expect(nextId()).not.toBe(seen);
  });
});
