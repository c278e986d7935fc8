import { fraction, token } from '../deterministic';
import { DAY_MS, HISTORY_DAYS } from './days';

/** A run that applied a placement before the sandbox cloud was first started. */
export interface HistoricalRun {
  id: string;
  /** Milliseconds since 1970. */
  time: number;
}

const MOST_RUNS = 3;

/** The runs of a placement's workspace, at least one, oldest first. */
export function historicalRuns(
  service: string,
  key: string,
  now: number,
): HistoricalRun[] {
  const count = 1 + Math.floor(fraction(service, key, 'runs') * MOST_RUNS);
  return Array.from({ length: count }, (_, index) => {
    const daysAgo = 1 + fraction(service, key, index) * (HISTORY_DAYS - 2);
    return {
      id: `run-${token(16, service, key, index)}`,
      time: now - Math.floor(daysAgo * DAY_MS),
    };
  }).sort((one, other) => one.time - other.time);
}
