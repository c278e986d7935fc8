import { say, step } from './progress.mjs';

/** Says whether a check has passed, and counts it: it has if nothing is wrong. */
export function passes(tally, name, problems) {
  problems.forEach(say);
  const passed = problems.length === 0;
  step(`${passed ? '✓' : '✗'} ${name}`);
  tally.add(passed ? { passed: 1 } : { failed: 1 });
  return passed;
}
