import { mockCredentials } from '@backstage/backend-test-utils';
import type {
  ActionContext,
  TemplateAction,
} from '@backstage/plugin-scaffolder-node';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';

interface Run {
  outputs: Record<string, any>;
  log: string[];
}

/**
 * Runs an action as a task does.
 *
 * @param options - `checkpoints`: kept between runs, as a recovered task has them
 */
export async function runAction(
  action: TemplateAction<any, any, any>,
  input: object,
  options: {
    isDryRun?: boolean;
    signal?: AbortSignal;
    workspacePath?: string;
    checkpoints?: Map<string, unknown>;
    taskId?: string;
  } = {},
): Promise<Run> {
  const { checkpoints = new Map(), taskId = 'task-1', ...rest } = options;
  const run: Run = { outputs: {}, log: [] };
  let isKeeping = false;
  const logger = {
    info: (line: string) => run.log.push(line),
    warn: (line: string) => run.log.push(line),
  };
  // The mock leaves out what it does not know, so that it comes after.
  const context = {
    ...createMockActionContext({ input: input as any }),
    ...rest,
    task: { id: taskId },
    step: { id: 'step', name: 'Step' },
    user: { ref: 'user:default/guest' },
    logger,
    output: (name: string, value: unknown) => {
      run.outputs[name] = value;
    },
    getInitiatorCredentials: async () =>
      mockCredentials.user('user:default/guest'),
    checkpoint: async ({
      key,
      fn,
    }: {
      key: string;
      fn: () => Promise<unknown>;
    }) => {
      if (!checkpoints.has(key)) {
        const value = JSON.parse(JSON.stringify(await fn()));
        // The scaffolder writes all of them each time: the last must be the last.
        expect(isKeeping).toBe(false);
        isKeeping = true;
        await new Promise(setImmediate);
        isKeeping = false;
        checkpoints.set(key, value);
      }
      return checkpoints.get(key);
    },
  };
  await action.handler(context as unknown as ActionContext<any, any, any>);
  return run;
}
