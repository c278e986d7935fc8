import type { RunReview } from './RunReview';

/** What a run would do, cost and breach, as one line for people. */
export function describeReview({ plan, cost, policies }: RunReview): string {
  const parts: string[] = [];
  if (plan) {
    parts.push(
      `${plan.add} to add, ${plan.change} to change, ${plan.destroy} to destroy, ${plan.import} to import`,
    );
  }
  if (cost) {
    const sign = cost.delta.startsWith('-') ? '' : '+';
    parts.push(
      `${sign}${cost.delta} USD a month, which makes ${cost.proposed} USD`,
    );
  }
  if (policies) {
    const { passed, advisoryFailed, mandatoryFailed, errored } = policies;
    const counted: Array<[number, string]> = [
      [passed, 'passed'],
      [mandatoryFailed, 'mandatory failed'],
      [advisoryFailed, 'advisory failed'],
      [errored, 'could not be evaluated'],
    ];
    parts.push(
      `policies: ${
        counted
          .filter(([count]) => count > 0)
          .map(([count, what]) => `${count} ${what}`)
          .join(', ') || 'none evaluated'
      }`,
    );
  }
  return parts.join('; ') || 'what it would do cannot be read';
}
