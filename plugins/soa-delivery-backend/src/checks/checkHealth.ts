import type { RolloutCheck } from '@backstage-soa/plugin-soa-common';
import type { TargetRecord } from '../store';
import type { CheckContext } from './CheckContext';
import type { CheckFinding } from './CheckFinding';

const TIMEOUT_MS = 10_000;
const LONGEST = 200;

/** Asks a placement's URL whether it is well. */
export async function checkHealth(
  check: RolloutCheck & { type: 'health' },
  target: TargetRecord,
  context: CheckContext,
): Promise<CheckFinding> {
  const address = check.url ?? (await readOutput(check, target, context));
  if (address === undefined) {
    return {
      state: 'failing',
      message: `${target.placement.workspace} has no output ${check.output} that is a URL.`,
    };
  }
  const url = new URL(address);
  if (!context.allowedHosts.has(url)) {
    return {
      state: 'failed',
      message: `${context.allowedHosts.refusal(url)}.`,
    };
  }
  const expected = check.expectStatus ?? 200;
  const status = await ask(url, context);
  return status === expected
    ? { state: 'passing' }
    : {
        state: 'failing',
        message: `${url.href.slice(0, LONGEST)} ${
          typeof status === 'number'
            ? `answers ${status} instead of ${expected}`
            : `does not answer: ${status}`
        }.`,
      };
}

async function readOutput(
  { output, path }: RolloutCheck & { type: 'health' },
  { placement, workspaceId }: TargetRecord,
  { hcpTerraform, signal }: CheckContext,
): Promise<string | undefined> {
  const [, organization] = placement.workspace.split('/').reverse();
  const outputs = await hcpTerraform
    .client(organization)
    .listOutputs(workspaceId!, { signal });
  const value = outputs.find(({ name }) => name === output)?.value;
  if (typeof value !== 'string') {
    return undefined;
  }
  const base = /^https?:\/\//.test(value) ? value : `https://${value}`;
  return URL.canParse(base) ? new URL(path ?? '', base).href : undefined;
}

/** @returns the status, or why there is none */
async function ask(
  url: URL,
  { fetch, signal }: CheckContext,
): Promise<number | string> {
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const response = await fetch(url, {
      // Where it leads to is not what was allowed.
      redirect: 'manual',
      headers: { 'user-agent': 'backstage-soa' },
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    await response.body?.cancel();
    return response.status;
  } catch (error) {
    signal?.throwIfAborted();
    const { cause } = error as Error;
    return cause instanceof Error ? cause.message : String(error);
  }
}
