import assert from 'node:assert/strict';

const port = process.env.SOA_SANDBOX_PORT ?? '7010';
const sandboxUrl = `http://localhost:${port}`;

async function control(action: string, body: object): Promise<void> {
  const answer = await fetch(`${sandboxUrl}/_sandbox/${action}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  assert.equal(answer.status, 200, await answer.text());
}

/** Has the cluster that most services share deleted in the AWS console. */
export const breakCluster = () => control('break-cluster', {});

/** Has the next answers go wrong. */
export const misbehave = (rule: {
  service: 'hcp-terraform';
  operation?: string;
  kind: 'throttle' | 'error' | 'drop';
  times: number;
}) => control('misbehave', rule);

/** Ends that. */
export const behave = () => control('behave', {});

/** The names of a service's workspaces, as HCP Terraform lists them. */
export async function workspacesOf(service: string): Promise<string[]> {
  const answer = await fetch(
    `${sandboxUrl}/api/v2/organizations/acme/workspaces?search[name]=${service}&page[size]=100`,
    { headers: { authorization: 'Bearer sandbox-token' } },
  );
  assert.equal(answer.status, 200);
  const { data } = (await answer.json()) as {
    data: Array<{ attributes: { name: string } }>;
  };
  return data
    .map(({ attributes }) => attributes.name)
    .filter(name => name.startsWith(`${service}-`))
    .sort();
}
