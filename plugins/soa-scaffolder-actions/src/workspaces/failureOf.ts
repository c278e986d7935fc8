import { ServiceUnavailableError } from '@backstage/errors';
import { HcpTerraformError } from '@backstage-soa/plugin-soa-node';
import type { Outcome } from './ensureAll';

/**
 * One error for all workspaces that could not be finished, with every reason.
 *
 * @param names - in the order of the outcomes
 * @returns `undefined` if all are finished
 */
export function failureOf(
  names: readonly string[],
  outcomes: readonly Outcome<unknown>[],
): Error | undefined {
  const byReason = new Map<string, string[]>();
  const errors: unknown[] = [];
  let notTried = 0;
  outcomes.forEach((outcome, index) => {
    if (outcome === 'not tried') {
      notTried += 1;
    } else if ('failed' in outcome) {
      const { failed } = outcome;
      const reason = failed instanceof Error ? failed.message : String(failed);
      errors.push(failed);
      byReason.set(reason, [...(byReason.get(reason) ?? []), names[index]]);
    }
  });
  if (errors.length === 0) {
    return undefined;
  }
  const finished = outcomes.length - errors.length - notTried;
  const reasons = [...byReason].map(
    ([reason, those]) => `${those.join(', ')}: ${sentence(reason)}`,
  );
  const message = [
    ...(outcomes.length === 1
      ? ['The workspace could not be finished', ...reasons]
      : [
          `${errors.length} of ${outcomes.length} workspaces could not be finished`,
          ...reasons,
          `${finished} ${
            finished === 1 ? 'is as it' : 'are as they'
          } should be${notTried > 0 ? `, and ${notTried} were not tried` : ''}`,
        ]),
    'Run the template again with the same input: it goes on where this has stopped',
  ]
    .map(sentence)
    .join(' ');
  return errors.every(isUnavailable)
    ? new ServiceUnavailableError(message)
    : new Error(message);
}

function isUnavailable(error: unknown): boolean {
  return error instanceof HcpTerraformError && error.kind === 'unavailable';
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
