import { durationMs } from './durationInput';
import { DEFAULT_CONCURRENCY } from './runLimitInputs';

/** The limits that an action was told, or else has. */
export function runLimitsOf(input: {
  maxWait?: Parameters<typeof durationMs>[0];
  onTimeout?: 'leave' | 'discard';
  concurrency?: number;
}) {
  const {
    maxWait = { minutes: 30 },
    onTimeout = 'leave',
    concurrency = DEFAULT_CONCURRENCY,
  } = input;
  return { maxWaitMs: durationMs(maxWait), onTimeout, concurrency };
}
