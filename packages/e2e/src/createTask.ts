import { askBackend } from './backend';

/**
 * Has the template run as the guest, past the form and its checks.
 *
 * @returns the id of the task
 */
export async function createTask(
  values: Record<string, unknown> & { name: string },
): Promise<string> {
  const { id } = await askBackend<{ id: string }>('/scaffolder/v2/tasks', {
    templateRef: 'template:default/ecs-fargate-service',
    values: {
      owner: 'group:default/team-shop',
      description: 'Is made in a test',
      stages: [{ environment: 'prod', regions: ['us-east-1'] }],
      image: 'public.ecr.aws/nginx/nginx-unprivileged:stable',
      acceptTag: true,
      port: 8080,
      desiredCount: 1,
      cpu: 256,
      memory: 512,
      ...values,
    },
  });
  return id;
}
