import type { RolloutPlan } from '@backstage-soa/plugin-soa-common';
import type { RolloutRecord, TargetRecord } from '../store';
import { NOW, rolloutIn } from './__testUtils__/deciding';
import { Draft } from './Draft';
import { beginUndo, undoable } from './undo';

const APPLIED = { state: 'applied', isNew: false } as const;

const keys = (
  targets: Record<string, Partial<TargetRecord>>,
  change: Partial<RolloutRecord> & { plan?: RolloutPlan },
) => undoable(rolloutIn(targets, change)).map(({ placement }) => placement.key);

describe('undoable', () => {
  it('is nothing unless that is asked for', () => {
    expect(keys({ 'prod-use1': APPLIED }, {})).toEqual([]);
    expect(
      keys({ 'prod-use1': APPLIED }, { operation: 'destroy', undo: 'all' }),
    ).toEqual([]);
  });

  it('is all that was applied, or may have been', () => {
    const targets = {
      'prod-use1-c1': APPLIED,
      'prod-use1-c2': { state: 'failed', confirmedAt: NOW },
      'prod-use1-c3': { state: 'failed' },
      'prod-use1-c4': { state: 'canceled' },
      'prod-use1-c5': { state: 'rolled-back', phase: 'roll-back' },
      'prod-use1-c6': { state: 'failed', phase: 'roll-back', confirmedAt: NOW },
    } as const;
    expect(keys(targets, { undo: 'all' })).toEqual([
      'prod-use1-c1',
      'prod-use1-c2',
    ]);
  });

  it('is the stage that has failed, if that is asked for', () => {
    const targets = { 'dev-use1': APPLIED, 'prod-use1': APPLIED };
    const plan: RolloutPlan = { defaults: { onFailure: 'roll-back' } };
    const failed = { plan, failedStage: 1 };
    expect(keys(targets, { ...failed, undo: 'stage' })).toEqual(['prod-use1']);
    expect(keys(targets, { ...failed, undo: 'all' })).toHaveLength(2);
  });

  it.each([
    ['sandbox', 'destroy-if-new', true, true],
    ['sandbox', 'destroy-if-new', false, false],
    ['sandbox', 'roll-back', true, false],
    ['sandbox', 'roll-back', false, true],
    ['dev', 'destroy-if-new', true, false],
    ['dev', 'roll-back', false, true],
    ['prod', 'destroy-if-new', true, false],
    ['prod', 'stop', false, false],
  ] as const)(
    'of a failed stage of %s with %s, where isNew is %s: %s',
    (environment, onFailure, isNew, isUndone) => {
      const found = keys(
        { [`${environment}-use1`]: { ...APPLIED, isNew } },
        { plan: { defaults: { onFailure } }, failedStage: 0, undo: 'stage' },
      );
      expect(found).toHaveLength(Number(isUndone));
    },
  );

  it.each([
    ['sandbox', true, true],
    ['dev', true, false],
    ['prod', true, false],
    ['prod', false, true],
  ] as const)(
    'by a person, in %s, where isNew is %s: %s',
    (environment, isNew, isUndone) => {
      const found = keys(
        { [`${environment}-use1`]: { ...APPLIED, isNew } },
        { undo: 'all' },
      );
      expect(found).toHaveLength(Number(isUndone));
    },
  );
});

describe('beginUndo', () => {
  it('leaves the runs behind that have applied', () => {
    const draft = new Draft(
      rolloutIn(
        {
          'sandbox-use1': {
            ...APPLIED,
            isNew: true,
            runId: 'run-1',
            runStatus: 'applied',
            plan: { add: 1, change: 0, destroy: 0, import: 0 },
            confirmedAt: NOW,
            runRequestedAt: NOW,
            uploadRequestedAt: NOW,
          },
          'prod-use1': { ...APPLIED, previousConfigurationVersionId: 'cv-0' },
        },
        { undo: 'all', failure: 'It is slow' },
      ),
    );
    expect(beginUndo(draft)).toBe(true);
    expect(draft.rollout).toMatchObject({
      state: 'rolling-back',
      targets: [
        {
          phase: 'destroy',
          state: 'waiting',
          runId: undefined,
          runRequestedAt: undefined,
          uploadRequestedAt: undefined,
          plan: { add: 1, change: 0, destroy: 0, import: 0 },
          confirmedAt: undefined,
          pastRuns: [{ purpose: 'apply', id: 'run-1', status: 'applied' }],
        },
        {
          phase: 'roll-back',
          state: 'waiting',
          previousConfigurationVersionId: 'cv-0',
        },
      ],
    });
    expect(draft.change.events).toEqual([
      { kind: 'rollback-begun', comment: 'It is slow' },
    ]);
  });

  it('does nothing where there is nothing to take back', () => {
    const draft = new Draft(
      rolloutIn({ 'prod-use1': { state: 'failed' } }, { undo: 'all' }),
    );
    expect([beginUndo(draft), draft.changes]).toEqual([false, 0]);
  });
});
