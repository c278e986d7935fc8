import { clientOf } from '../../__testUtils__/clientOf';
import { FakeServer } from '../../__testUtils__/FakeServer';
import { resource } from '../../__testUtils__/jsonApi';

describe('cost estimates', () => {
  let server: FakeServer;

  beforeEach(async () => {
    server = await FakeServer.start();
  });

  afterEach(() => server.stop());

  it('are read as far as they have come', async () => {
    const client = clientOf(server);
    const estimate = (attributes: object) => ({
      body: { data: resource('cost-estimates', 'ce-1', attributes) },
    });
    server.answer(
      estimate({ status: 'queued', 'delta-monthly-cost': null }),
      estimate({
        status: 'finished',
        'prior-monthly-cost': '1.5',
        'proposed-monthly-cost': '4.25',
        'delta-monthly-cost': '2.75',
      }),
      { status: 404 },
    );
    expect(await client.getCostEstimate('ce-1')).toEqual({
      id: 'ce-1',
      status: 'queued',
    });
    expect(await client.getCostEstimate('ce-1')).toEqual({
      id: 'ce-1',
      status: 'finished',
      priorMonthlyCost: '1.5',
      proposedMonthlyCost: '4.25',
      deltaMonthlyCost: '2.75',
    });
    expect(await client.getCostEstimate('ce-2')).toBeUndefined();
  });
});
