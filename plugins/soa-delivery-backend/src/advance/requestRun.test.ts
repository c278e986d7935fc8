import { FakeHcpTerraform } from '../__testUtils__/FakeHcpTerraform';
import { contextOf } from './__testUtils__/contextOf';
import { targetOf } from './__testUtils__/targetOf';
import { requestRun } from './requestRun';

const ASKED = '2026-11-20T10:00:00.000Z';

function at(time: string) {
  const hcpTerraform = new FakeHcpTerraform();
  const target = targetOf({
    state: 'uploading',
    workspaceId: 'ws-orders-prod-use1',
    configurationVersionId: 'cv-1',
    runRequestedAt: ASKED,
  });
  const context = contextOf(hcpTerraform.client(), {
    now: () => new Date(time),
  });
  return { hcpTerraform, step: () => requestRun(target, context) };
}

describe('requestRun', () => {
  it('gives another replica the time to get its answer', async () => {
    const { hcpTerraform, step } = at('2026-11-20T10:00:49.999Z');
    expect(await step()).toBeUndefined();
    expect(hcpTerraform.runs).toEqual([]);
  });

  it('asks again once the other must have failed', async () => {
    const { hcpTerraform, step } = at('2026-11-20T10:00:50.000Z');
    expect(await step()).toMatchObject({ state: 'planning', runId: 'run-1' });
    expect(hcpTerraform.runs).toHaveLength(1);
    expect(await step()).toMatchObject({ runId: 'run-1' });
    expect(hcpTerraform.runs).toHaveLength(1);
  });

  it.each([
    ['of another configuration', { configurationVersionId: 'cv-2' }],
    ['that only plans', { planOnly: true }],
    ['that destroys', { isDestroy: true }],
    ['of another phase', { message: 'Triggered, rollout rollout-1/0 (plan)' }],
  ])('takes no run for its own %s', async (_, change) => {
    const { hcpTerraform, step } = at('2026-11-20T10:00:30.000Z');
    hcpTerraform.runs.push({
      id: 'run-of-others',
      workspaceId: 'ws-orders-prod-use1',
      configurationVersionId: 'cv-1',
      status: 'planned',
      message: 'Triggered via Backstage, rollout rollout-1/0 (apply)',
      isConfirmable: true,
      ...change,
    });
    expect(await step()).toBeUndefined();
  });
});
