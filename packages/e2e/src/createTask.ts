import assert from 'node:assert/strict';

const port = process.env.SOA_BACKEND_PORT ?? '7007';
const backendUrl = `http://localhost:${port}/api`;

async function guestToken(): Promise<string> {
  const answer = await fetch(`${backendUrl}/auth/guest/refresh`, {
    method: 'POST',
    headers: { 'x-requested-with': 'XMLHttpRequest' },
  });
  const session = (await answer.json()) as {
    backstageIdentity: { token: string };
  };
  return session.backstageIdentity.token;
}

/**
 * Has the template run as the guest, past the form and its checks.
 *
 * @returns the id of the task
 */
export async function createTask(
  values: Record<string, unknown> & { name: string },
): Promise<string> {
  const answer = await fetch(`${backendUrl}/scaffolder/v2/tasks`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await guestToken()}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({
      templateRef: 'template:default/ecs-fargate-service',
      values: {
        owner: 'group:default/team-shop',
        description: 'Is made in a test',
        stages: [{ environment: 'prod', regions: ['us-east-1'] }],
        image: 'public.ecr.aws/nginx/nginx-unprivileged:stable',
        port: 8080,
        desiredCount: 1,
        cpu: 256,
        memory: 512,
        ...values,
      },
    }),
  });
  assert.equal(answer.status, 201, await answer.clone().text());
  return ((await answer.json()) as { id: string }).id;
}
