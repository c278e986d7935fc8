import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import { askBackend } from './backend';
import { createTask } from './createTask';

const PAUSE_MS = 500;

interface Rollout {
  id: string;
  state: string;
  stages: Array<{ waves: Array<{ targets: Array<{ placement: Placement }> }> }>;
}

export interface Placement {
  environment: string;
  key: string;
}

const rolloutsPath = '/soa-delivery/v1/rollouts';

/**
 * Makes a service whose first rollout has gone everywhere.
 *
 * @returns where it runs
 */
export async function createService(
  values: Parameters<typeof createTask>[0],
): Promise<Placement[]> {
  const task = await createTask(values);
  await ends('completed', () =>
    askBackend<{ status: string }>(`/scaffolder/v2/tasks/${task}`),
  );
  const { items } = await askBackend<{ items: Array<{ id: string }> }>(
    `${rolloutsPath}?component=component:default/${values.name}`,
  );
  const rollout = await ends('applied', async () => {
    const read = await askBackend<Rollout>(`${rolloutsPath}/${items[0].id}`);
    return { ...read, status: read.state };
  });
  return rollout.stages
    .flatMap(({ waves }) => waves)
    .flatMap(({ targets }) => targets)
    .map(({ placement }) => placement);
}

/**
 * Starts a rollout as the guest, without a form.
 *
 * @returns its id
 */
export async function startRollout(request: {
  service: string;
  sourceUrl: string;
  placements: readonly Placement[];
  plan: object;
}): Promise<string> {
  const { service, sourceUrl, placements, plan } = request;
  const { id } = await askBackend<{ id: string }>(rolloutsPath, {
    componentRef: `component:default/${service}`,
    source: { url: sourceUrl },
    placements,
    plan,
  });
  return id;
}

async function ends<T extends { status: string }>(
  status: string,
  read: () => Promise<T>,
): Promise<T> {
  for (;;) {
    const now = await read();
    if (now.status === status) {
      return now;
    }
    assert.ok(
      ['open', 'processing', 'running'].includes(now.status),
      `it is ${now.status}`,
    );
    await setTimeout(PAUSE_MS);
  }
}
