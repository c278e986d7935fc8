/**
 * For each wave but the first, the seconds from the opening of the gate before it to
 * the start of its first run.
 *
 * @param rollout - as it is served
 * @param runs - of the sandbox cloud
 */
export function gateWaits({ stages }, runs) {
  const starts = new Map(
    runs
      .filter(({ message }) => message.endsWith('(apply)'))
      .map(({ workspace, createdAt }) => [workspace, createdAt]),
  );
  const waves = stages.flatMap(({ approval, waves: own }) =>
    own.map((wave, index) => ({
      ...wave,
      approval: index === 0 ? approval : undefined,
    })),
  );
  return waves.slice(1).map(({ approval, targets }, index) => {
    const opened = Date.parse(approval?.decidedAt ?? waves[index].bakeUntil);
    const first = Math.min(
      ...targets.map(({ placement }) =>
        starts.get(placement.workspace.split('/')[1]),
      ),
    );
    return (first - opened) / 1_000;
  });
}
