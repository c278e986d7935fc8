import { breakCluster } from './breakCluster';

const cluster = 'arn:aws:ecs:us-east-1:100000000101:cluster/runtime-ecs';
const service = 'arn:aws:ecs:us-east-1:100000000101:service/runtime-ecs';
const time = Date.parse('2026-11-20T12:00:00Z');

const breakIt = (input: object = {}) =>
  breakCluster({
    cluster: 'runtime-ecs',
    account: '100000000101',
    region: 'us-east-1',
    time,
    workspaces: [
      { outputs: { cluster_arn: cluster, service_arn: `${service}/orders` } },
      { outputs: { cluster_arn: cluster, service_arn: `${service}/cart` } },
      { outputs: { cluster_arn: `${cluster}-2`, service_arn: `${service}/x` } },
      { outputs: {} },
    ],
    ...input,
  });

describe('breakCluster', () => {
  it('deletes every service on the cluster, then the cluster', () => {
    const broken = breakIt();
    if ('refusal' in broken) {
      throw new Error(broken.refusal);
    }
    expect(
      broken.records.map(({ eventName, eventTime, resources }) => [
        eventName,
        eventTime,
        resources![0].ARN,
      ]),
    ).toEqual([
      ['DeleteService', '2026-11-20T11:59:58Z', `${service}/orders`],
      ['DeleteService', '2026-11-20T11:59:59Z', `${service}/cart`],
      ['DeleteCluster', '2026-11-20T12:00:00Z', cluster],
    ]);
    for (const record of broken.records) {
      expect(record).toMatchObject({
        readOnly: false,
        recipientAccountId: '100000000101',
        sessionCredentialFromConsole: 'true',
        userIdentity: {
          type: 'AssumedRole',
          arn: expect.stringMatching(
            /:assumed-role\/AWSReservedSSO_AdministratorAccess_[0-9a-f]{16}\/dana@acme\.example$/,
          ),
        },
      });
    }
    expect(broken.drifted.map(({ outputs }) => outputs.service_arn)).toEqual([
      `${service}/orders`,
      `${service}/cart`,
    ]);
    expect(broken.message).toMatch(
      /^Dana Ortiz has deleted the ECS cluster runtime-ecs of account 100000000101 in us-east-1/,
    );
  });

  it('does nothing to a cluster on which nothing runs', () => {
    expect(breakIt({ region: 'eu-west-1' })).toEqual({
      refusal:
        'Nothing runs on an ECS cluster runtime-ecs of account 100000000101 in eu-west-1: name another cluster, account or region.',
    });
  });
});
