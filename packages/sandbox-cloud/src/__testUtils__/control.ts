import type { SandboxCloud } from '../startSandboxCloud';

type Action =
  | 'add-workspaces'
  | 'behave'
  | 'break-cluster'
  | 'misbehave'
  | 'set-alarm';

/** Posts to the sandbox cloud's control endpoints. */
export async function control(
  { url }: SandboxCloud,
  action: Action,
  body: unknown,
): Promise<{ status: number; message: string }> {
  const answer = await fetch(`${url}/_sandbox/${action}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const { message } = (await answer.json()) as { message: string };
  return { status: answer.status, message };
}
