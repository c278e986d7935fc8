import type { ActionContext } from '@backstage/plugin-scaffolder-node';
import { SerialCheckpoints } from '../checkpoints';
import type { RunClock, RunContext } from '../runs';
import { auditedWrite } from './auditedWrite';
import type { ActionAuditor } from './auditedWrite';

/** What following runs needs of a task, from now on. */
export function runContextOf(
  ctx: Pick<
    ActionContext<any, any, any>,
    'checkpoint' | 'logger' | 'signal' | 'step' | 'task' | 'user'
  >,
  options: { auditor: ActionAuditor; clock: RunClock; maxWaitMs: number },
): RunContext {
  const { auditor, clock, maxWaitMs } = options;
  const checkpoints = new SerialCheckpoints(ctx.checkpoint);
  return {
    logger: ctx.logger,
    signal: ctx.signal,
    deadline: clock.timeout(maxWaitMs),
    clock,
    marker: `task ${ctx.task.id}/${ctx.step?.id ?? ''}`,
    checkpoint: (key, fn) => checkpoints.run(key, fn),
    audited: (eventId, meta, write) =>
      auditedWrite(
        auditor,
        { eventId, user: ctx.user?.ref, taskId: ctx.task.id, meta },
        write,
      ),
  };
}
