import { askBackend } from './backend';

/** The steps of a task, and what it has said of each. */
export async function taskProgress(
  id: string,
): Promise<Array<{ name: string; lines: string[] }>> {
  const { spec } = await askBackend<{
    spec: { steps: Array<{ id: string; name: string }> };
  }>(`/scaffolder/v2/tasks/${id}`);
  const events = await askBackend<
    Array<{ body: { message: string; stepId?: string } }>
  >(`/scaffolder/v2/tasks/${id}/events`);
  return spec.steps.map(step => ({
    name: step.name,
    lines: events
      .filter(({ body }) => body.stepId === step.id)
      .map(({ body }) => body.message),
  }));
}
