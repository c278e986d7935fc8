import { SoaDeliveryApiClient } from './SoaDeliveryApi';

function clientOf() {
  const fetch = jest.fn(async () => Response.json({ id: 'r/1' }));
  return {
    fetch,
    client: new SoaDeliveryApiClient({ fetchApi: { fetch } }),
  };
}

describe('SoaDeliveryApiClient', () => {
  it('asks for rollouts, approvals and logs', async () => {
    const { client, fetch } = clientOf();
    await client.listRollouts({
      component: 'component:default/orders',
      state: 'failed',
      initiator: 'user:default/dana',
    });
    await client.getRollout('r/1');
    await client.getRolloutLog('r/1', 'prod-use1');
    await client.listApprovals({ cursor: 'next' });
    expect(fetch.mock.calls.map(([url]: unknown[]) => url)).toEqual([
      'plugin://soa-delivery/v1/rollouts?component=component%3Adefault%2Forders&state=failed&initiator=user%3Adefault%2Fdana',
      'plugin://soa-delivery/v1/rollouts/r%2F1',
      'plugin://soa-delivery/v1/rollouts/r%2F1/log?placement=prod-use1',
      'plugin://soa-delivery/v1/approvals?cursor=next',
    ]);
  });

  it('sends decisions, and what is to become of a rollout', async () => {
    const { client, fetch } = clientOf();
    await client.decideOnRollout('r/1', {
      approvalId: 'a-1',
      decision: 'rejected',
      comment: 'Too late',
    });
    await client.steerRollout('r/1', 'rollback', 'Because');
    await client.steerRollout('r/1', 'pause');
    expect(
      fetch.mock.calls.map(([url, init]: unknown[]) => [
        url,
        (init as RequestInit).method,
        JSON.parse(String((init as RequestInit).body)),
      ]),
    ).toEqual([
      [
        'plugin://soa-delivery/v1/rollouts/r%2F1/approve',
        'POST',
        { approvalId: 'a-1', decision: 'rejected', comment: 'Too late' },
      ],
      [
        'plugin://soa-delivery/v1/rollouts/r%2F1/rollback',
        'POST',
        { comment: 'Because' },
      ],
      ['plugin://soa-delivery/v1/rollouts/r%2F1/pause', 'POST', {}],
    ]);
  });

  it('lists, extends and deletes sandbox environments', async () => {
    const { client, fetch } = clientOf();
    const componentRef = 'component:default/orders';
    await client.listSandboxEnvironments({ component: componentRef, limit: 1 });
    await client.extendSandboxEnvironment({ componentRef, by: 'P3D' });
    await client.deleteSandboxEnvironment({ componentRef });
    expect(
      fetch.mock.calls.map(([url, init]: unknown[]) => [
        url,
        (init as RequestInit).body,
      ]),
    ).toEqual([
      [
        'plugin://soa-delivery/v1/sandbox-environments?component=component%3Adefault%2Forders&limit=1',
        undefined,
      ],
      [
        'plugin://soa-delivery/v1/sandbox-environments/extend',
        JSON.stringify({ componentRef, by: 'P3D' }),
      ],
      [
        'plugin://soa-delivery/v1/sandbox-environments/delete',
        JSON.stringify({ componentRef }),
      ],
    ]);
  });
});
