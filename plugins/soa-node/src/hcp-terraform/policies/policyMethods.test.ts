import { clientOf } from '../../__testUtils__/clientOf';
import { FakeServer } from '../../__testUtils__/FakeServer';
import { listPage, resource } from '../../__testUtils__/jsonApi';
import type { HcpTerraformClient } from '../HcpTerraformClient';

describe('policies', () => {
  let server: FakeServer;
  let client: HcpTerraformClient;

  beforeEach(async () => {
    server = await FakeServer.start();
    client = clientOf(server);
  });

  afterEach(() => server.stop());

  it('are counted, of whatever kind they are', async () => {
    server.answer(
      listPage([
        resource('policy-evaluations', 'poleval-1', {
          status: 'failed',
          'policy-kind': 'opa',
          'result-count': {
            passed: 3,
            'advisory-failed': 1,
            'mandatory-failed': 2,
            errored: 4,
          },
        }),
        resource('policy-evaluations', 'poleval-2', {
          status: 'pending',
          'policy-kind': 'sentinel',
        }),
      ]),
      listPage([
        resource('policy-checks', 'polchk-1', {
          status: 'soft_failed',
          result: {
            passed: 1,
            'total-failed': 5,
            'hard-failed': 2,
            'soft-failed': 2,
            'advisory-failed': 1,
          },
        }),
      ]),
      listPage([
        resource('tf-policy-evaluations', 'tfpe-1', {
          status: 'passed',
          'result-count': { passed: 7 },
        }),
      ]),
    );
    const none = {
      passed: 0,
      advisoryFailed: 0,
      mandatoryFailed: 0,
      errored: 0,
    };
    expect(await client.listPolicyEvaluations('ts-1')).toEqual([
      {
        id: 'poleval-1',
        kind: 'opa',
        status: 'failed',
        passed: 3,
        advisoryFailed: 1,
        mandatoryFailed: 2,
        errored: 4,
      },
      { ...none, id: 'poleval-2', kind: 'sentinel', status: 'pending' },
    ]);
    expect(await client.listPolicyChecks('run-1')).toEqual([
      {
        id: 'polchk-1',
        kind: 'sentinel',
        status: 'soft_failed',
        passed: 1,
        advisoryFailed: 1,
        mandatoryFailed: 4,
        errored: 0,
      },
    ]);
    expect(await client.listTfPolicyEvaluations('run-1')).toEqual([
      { ...none, id: 'tfpe-1', kind: 'terraform', status: 'passed', passed: 7 },
    ]);
    expect(server.requests.map(({ url }) => url)).toEqual([
      '/api/v2/task-stages/ts-1/policy-evaluations',
      '/api/v2/runs/run-1/policy-checks',
      '/api/v2/runs/run-1/tf-policy-evaluations',
    ]);
  });

  it('are not taken for none where they cannot be read', async () => {
    server.answer({ status: 404 });
    await expect(client.listPolicyChecks('run-1')).rejects.toMatchObject({
      kind: 'not-found-or-not-allowed',
    });
  });
});
