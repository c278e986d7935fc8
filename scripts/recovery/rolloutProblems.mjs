const MARKER = /rollout (\S+)\/(\d+) \(([\w-]+)\)/;
const ENDED = ['applied', 'failed', 'canceled', 'rolled-back'];
const TARGET_ENDED = [
  'applied',
  'failed',
  'canceled',
  'skipped',
  'rolled-back',
  'destroyed',
];
const APPLIED = ['applied', 'planned_and_finished'];
/** What happens to a rollout, or to one of its waves, once. */
const ONCE = ['planned', 'wave-begun', 'wave-passed'];

/**
 * What of ended rollouts is not as it has to be, by what the sandbox cloud says of
 * all runs: nothing is there twice or stuck, and nothing came before its gate.
 *
 * @param rollouts - as they are served
 * @param runs - of the sandbox cloud, with times as milliseconds since 1970
 */
export function rolloutProblems(rollouts, runs) {
  const known = runs.flatMap(run => {
    const [, rollout, position, purpose] = MARKER.exec(run.message) ?? [];
    return rollout ? [{ ...run, rollout, position, purpose }] : [];
  });
  return [
    ...twice(known),
    ...known
      .filter(({ endedAt }) => endedAt === undefined)
      .map(({ id, status }) => `the run ${id} is stuck as ${status}`),
    ...rollouts.flatMap(rollout =>
      problemsOf(
        rollout,
        known.filter(run => run.rollout === rollout.id),
      ).map(problem => `rollout ${rollout.id}: ${problem}`),
    ),
  ];
}

function twice(runs) {
  const seen = new Set();
  return runs.flatMap(({ id, rollout, position, purpose }) => {
    const key = `${rollout}/${position} (${purpose})`;
    const isTwice = seen.has(key);
    seen.add(key);
    return isTwice ? [`${id} is one run too many of ${key}`] : [];
  });
}

function toldTwice(events) {
  const seen = new Set();
  return events
    .filter(({ kind }) => ONCE.includes(kind))
    .flatMap(({ kind, environment, wave }) => {
      const key = [kind, environment, wave].filter(Boolean).join(', ');
      const isTwice = seen.has(key);
      seen.add(key);
      return isTwice ? [`it is told twice: ${key}`] : [];
    });
}

function problemsOf(rollout, runs) {
  const problems = toldTwice(rollout.events);
  if (!ENDED.includes(rollout.state)) {
    problems.push(`it is ${rollout.state}`);
  }
  const applies = new Map(
    runs
      .filter(({ purpose }) => purpose === 'apply')
      .map(run => [run.workspace, run]),
  );
  const runOf = ({ placement }) =>
    applies.get(placement.workspace.split('/')[1]);
  const plannedAt = Date.parse(
    rollout.events.find(({ kind }) => kind === 'planned')?.at,
  );
  /** When all that has to come first had ended. */
  let opened = 0;
  for (const stage of rollout.stages) {
    const { environment, approval, maxConcurrent } = stage;
    const own = stage.waves.flatMap(({ targets }) => targets);
    for (const [index, { targets }] of stage.waves.entries()) {
      const begun = targets.map(runOf).filter(Boolean);
      const isFirst = opened === 0;
      for (const run of begun) {
        if (run.createdAt < opened) {
          problems.push(
            `${environment}, wave ${index + 1}: ${
              run.id
            } came before the wave before it had ended, and baked`,
          );
        }
        if (run.confirmedAt !== undefined && !(run.confirmedAt >= plannedAt)) {
          problems.push(`${run.id} was applied before all was planned`);
        }
        if (
          approval &&
          run.confirmedAt !== undefined &&
          !(
            approval.state === 'approved' &&
            approval.decidedBy !== rollout.initiator &&
            run.createdAt >= Date.parse(approval.decidedAt)
          )
        ) {
          problems.push(
            `${environment}: ${run.id} was applied without the approval of somebody else`,
          );
        }
      }
      const isWatched = begun.some(({ status }) => status === 'applied');
      const baking = isWatched ? stage.bake * 1_000 : 0;
      const ends = begun.map(({ endedAt }) => (endedAt ?? Infinity) + baking);
      opened = Math.max(opened, isFirst ? 1 : 0, ...ends);
    }
    const most = mostAtOnce(own.map(runOf).filter(Boolean));
    if (most > maxConcurrent) {
      problems.push(
        `${environment}: ${most} are applying at once instead of ${maxConcurrent}`,
      );
    }
    const failed = own.filter(({ state }) => state === 'failed').length;
    if (rollout.state === 'applied' && failed > stage.failureTolerance) {
      problems.push(`${environment}: ${failed} have failed, and it went on`);
    }
    problems.push(
      ...own.flatMap(target => targetProblems(target, runOf(target), runs)),
    );
  }
  return problems;
}

function targetProblems(target, run, runs) {
  const { state, placement } = target;
  const { key, workspace } = placement;
  if (!TARGET_ENDED.includes(state)) {
    return [`${key} is ${state}`];
  }
  if (state === 'applied' && !APPLIED.includes(run?.status)) {
    return [`${key} is applied, and its run is ${run?.status ?? 'missing'}`];
  }
  const undone = runs.some(
    ({ workspace: of, purpose }) =>
      of === workspace.split('/')[1] &&
      (purpose === 'roll-back' || purpose === 'destroy'),
  );
  // What could not be taken back says so.
  const isExplained = undone || Boolean(target.error);
  return state !== 'applied' && run?.status === 'applied' && !isExplained
    ? [`${key} is ${state}, and its run is applied`]
    : [];
}

function mostAtOnce(runs) {
  const changes = runs
    .filter(({ confirmedAt }) => confirmedAt !== undefined)
    .flatMap(({ confirmedAt, endedAt }) => [
      [confirmedAt, 1],
      [endedAt ?? Infinity, -1],
    ])
    .sort(([a, up], [b, down]) => a - b || up - down);
  let now = 0;
  return changes.reduce((most, [, change]) => {
    now += change;
    return Math.max(most, now);
  }, 0);
}
