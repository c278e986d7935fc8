import assert from 'node:assert/strict';

const port = process.env.SOA_SANDBOX_PORT ?? '7010';
/** Where the sandbox cloud is. */
export const sandboxUrl = `http://localhost:${port}`;

async function control(action: string, body: object): Promise<void> {
  const answer = await fetch(`${sandboxUrl}/_sandbox/${action}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  assert.equal(answer.status, 200, await answer.text());
}

async function askHcpTerraform<T>(path: string): Promise<T> {
  const answer = await fetch(`${sandboxUrl}/api/v2${path}`, {
    headers: { authorization: 'Bearer sandbox-token' },
  });
  assert.equal(answer.status, 200, `${path}: ${answer.status}`);
  return (await answer.json()) as T;
}

/** The cluster that most services share. */
const CLUSTER = { account: '100000000101', region: 'us-east-1' };

/** Has the cluster that most services share deleted in the AWS console. */
export const breakCluster = () => control('break-cluster', CLUSTER);

/** Has the next answers go wrong. */
export const misbehave = (rule: {
  service: 'hcp-terraform';
  operation?: string;
  kind: 'throttle' | 'error' | 'drop' | 'hang' | 'apply-errors';
  times: number;
}) => control('misbehave', rule);

/** Ends that. */
export const behave = () => control('behave', {});

/** The names of a service's workspaces, as HCP Terraform lists them. */
export async function workspacesOf(service: string): Promise<string[]> {
  const { data } = await askHcpTerraform<{
    data: Array<{ attributes: { name: string } }>;
  }>(`/organizations/acme/workspaces?search[name]=${service}&page[size]=100`);
  return data
    .map(({ attributes }) => attributes.name)
    .filter(name => name.startsWith(`${service}-`))
    .sort();
}

/** How many runs a workspace has had. */
export async function numberOfRuns(workspace: string): Promise<number> {
  const { data } = await askHcpTerraform<{ data: { id: string } }>(
    `/organizations/acme/workspaces/${workspace}`,
  );
  const runs = await askHcpTerraform<{ data: unknown[] }>(
    `/workspaces/${data.id}/runs`,
  );
  return runs.data.length;
}

/** The services on the shared cluster, by the tags of their workspaces. */
export async function servicesOnCluster(): Promise<string[]> {
  const { data, included } = await askHcpTerraform<{
    data: Array<{ id: string }>;
    included: Array<{ id: string; attributes: { value?: string } }>;
  }>(
    '/organizations/acme/workspaces?include=effective_tag_bindings&page[size]=100',
  );
  assert.ok(data.length < 100, 'there are more workspaces than one page has');
  const values = new Map(
    included.map(({ id, attributes }) => [id, attributes.value]),
  );
  const onCluster = data.filter(
    ({ id }) =>
      values.get(`${id}-soa-account`) === CLUSTER.account &&
      values.get(`${id}-soa-region`) === CLUSTER.region &&
      values.get(`${id}-soa-runtime`)?.startsWith('ecs-'),
  );
  const names = onCluster.map(({ id }) => values.get(`${id}-soa-component`)!);
  return [...new Set(names)].sort();
}
