import type { CheckRecord } from '../store';
import type { CheckFinding } from './CheckFinding';

const PATIENCE_MS = 5 * 60_000;
const WEBHOOK_PATIENCE_MS = 24 * 3_600_000;

/**
 * What becomes of a check by what a look has found. What does not pass, or cannot be
 * found out, fails it once it has been so for long: services take a while to start.
 */
export function updateCheck(
  check: CheckRecord,
  { state, message }: CheckFinding,
  now: Date,
): CheckRecord {
  const checkedAt = now.toISOString();
  const { failingSince: before, ...kept } = check;
  if (state === 'passing') {
    return { ...kept, state, checkedAt, message: undefined };
  }
  const failingSince = before ?? checkedAt;
  const isWebhook = check.check.type === 'webhook';
  const patience = isWebhook ? WEBHOOK_PATIENCE_MS : PATIENCE_MS;
  const isOver = now.getTime() - Date.parse(failingSince) > patience;
  return {
    ...kept,
    state: stateOf(state, isOver),
    message,
    checkedAt,
    failingSince,
  };
}

function stateOf(
  found: CheckFinding['state'],
  isOver: boolean,
): CheckRecord['state'] {
  if (found === 'failed' || isOver) {
    return 'failed';
  }
  return found === 'unknown' ? 'waiting' : 'failing';
}
