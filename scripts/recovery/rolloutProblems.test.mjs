import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { rolloutProblems } from './rolloutProblems.mjs';

let rollout;
let runs;

const at = seconds => new Date(seconds * 1_000).toISOString();

const targetOf = (key, state = 'applied') => ({
  state,
  placement: { key, workspace: `acme/${key}` },
});

const runOf = (position, workspace, created, purpose = 'apply') => ({
  id: `run-${workspace}-${purpose}`,
  workspace,
  message: `Triggered via Backstage, rollout one/${position} (${purpose})`,
  status: 'applied',
  createdAt: created * 1_000,
  confirmedAt: (created + 1) * 1_000,
  endedAt: (created + 3) * 1_000,
});

beforeEach(() => {
  rollout = {
    id: 'one',
    state: 'applied',
    initiator: 'user:default/ana',
    events: [{ kind: 'planned', at: at(5) }],
    stages: [
      {
        environment: 'dev',
        maxConcurrent: 1,
        failureTolerance: 0,
        bake: 0,
        waves: [{ targets: [targetOf('a')] }, { targets: [targetOf('b')] }],
      },
      {
        environment: 'prod',
        maxConcurrent: 1,
        failureTolerance: 0,
        bake: 0,
        approval: {
          state: 'approved',
          decidedBy: 'user:default/ben',
          decidedAt: at(20),
        },
        waves: [{ targets: [targetOf('c'), targetOf('d')] }],
      },
    ],
  };
  runs = [
    runOf(0, 'a', 5),
    runOf(1, 'b', 10),
    runOf(2, 'c', 21),
    runOf(3, 'd', 25),
  ];
});

const problems = () => rolloutProblems([rollout], runs);

test('nothing is wrong where all came in its turn', () => {
  assert.deepEqual(problems(), []);
});

for (const [what, change, problem] of [
  ['a run too many', () => runs.push(runOf(0, 'a', 5)), /one run too many/],
  ['a run that is stuck', () => delete runs[3].endedAt, /run-d-apply is stuck/],
  [
    'a wave that came early',
    () => Object.assign(runs[1], { createdAt: 7_000 }),
    /wave 2: run-b-apply came before the wave before it had ended/,
  ],
  [
    'a wave that came while the one before it baked',
    () => Object.assign(rollout.stages[0], { bake: 3 }),
    /wave 2: run-b-apply came before the wave before it had ended, and baked/,
  ],
  [
    'a wave that began twice',
    () => {
      const begun = { kind: 'wave-begun', environment: 'dev', wave: 1 };
      rollout.events.push(begun, begun);
    },
    /it is told twice: wave-begun, dev, 1/,
  ],
  [
    'an apply before all was planned',
    () => Object.assign(rollout.events[0], { at: at(7) }),
    /run-a-apply was applied before all was planned/,
  ],
  [
    'a stage that nobody had approved',
    () => Object.assign(rollout.stages[1].approval, { decidedAt: at(22) }),
    /run-c-apply was applied without the approval/,
  ],
  [
    'an approval of who had started it',
    () =>
      Object.assign(rollout.stages[1].approval, {
        decidedBy: rollout.initiator,
      }),
    /applied without the approval of somebody else/,
  ],
  [
    'too many at once',
    () => Object.assign(runs[3], { confirmedAt: 23_000, createdAt: 22_000 }),
    /prod: 2 are applying at once instead of 1/,
  ],
  [
    'a failure beyond the tolerance',
    () =>
      Object.assign(rollout.stages[0].waves[0].targets[0], {
        state: 'failed',
        error: 'It failed.',
      }),
    /dev: 1 have failed, and it went on/,
  ],
  [
    'one that has not ended',
    () => (rollout.state = 'running'),
    /it is running/,
  ],
  [
    'a placement that has not ended',
    () =>
      Object.assign(rollout.stages[0].waves[0].targets[0], {
        state: 'uploading',
      }),
    /a is uploading/,
  ],
  [
    'a placement whose run is not applied',
    () => Object.assign(runs[2], { status: 'errored' }),
    /c is applied, and its run is errored/,
  ],
]) {
  test(`it tells of ${what}`, () => {
    change();
    assert.match(problems().join('; '), problem);
  });
}
