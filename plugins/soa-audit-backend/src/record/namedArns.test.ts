import { ACCOUNT, CLUSTER, SERVICE, record } from '../__testUtils__/records';
import { namedArns } from './namedArns';
import { parseRecord } from './parseRecord';

const LISTENER = `arn:aws:elasticloadbalancing:us-east-1:${ACCOUNT}:listener/app/shop/a/b`;
const TARGETS = `arn:aws:elasticloadbalancing:us-east-1:${ACCOUNT}:targetgroup/cart/c`;
const ROLE = `arn:aws:iam::${ACCOUNT}:role/cart`;

function named(overrides: object) {
  const parsed = parseRecord(
    record('1', { responseElements: null, ...overrides }),
    ACCOUNT,
  );
  if ('reason' in parsed) {
    throw new Error(parsed.reason);
  }
  const { actedOn, single, mentioned } = namedArns(parsed.record);
  return {
    actedOn: [...actedOn],
    single: [...single],
    mentioned: [...mentioned],
  };
}

describe('namedArns', () => {
  it('knows what a call was on by its parameters and its answer', () => {
    expect(
      named({
        requestParameters: { cluster: CLUSTER, service: 'cart' },
        responseElements: {
          service: {
            serviceArn: SERVICE,
            clusterArn: CLUSTER,
            roleArn: ROLE,
            loadBalancers: [{ targetGroupArn: TARGETS }],
          },
        },
      }),
    ).toEqual({
      actedOn: [CLUSTER, SERVICE],
      single: [CLUSTER, SERVICE],
      mentioned: [ROLE, TARGETS],
    });
  });

  it.each([
    ['tags', { resourceArn: CLUSTER, tags: [{ key: 'a', value: SERVICE }] }],
    ['tags', { resourceArn: CLUSTER, Tags: { clusterArn: SERVICE } }],
    ['tagSet', { resourceArn: CLUSTER, tagSet: { items: [SERVICE] } }],
    ['a description', { resourceArn: CLUSTER, description: SERVICE }],
    ['variables', { resourceArn: CLUSTER, environment: { arn: SERVICE } }],
  ])('takes nothing from %s', (_, requestParameters) => {
    expect(named({ requestParameters })).toEqual({
      actedOn: [CLUSTER],
      single: [CLUSTER],
      mentioned: [],
    });
  });

  it('only mentions what a parameter is made of', () => {
    expect(
      named({
        requestParameters: {
          listenerArn: LISTENER,
          defaultActions: [{ type: 'forward', targetGroupArn: TARGETS }],
        },
        responseElements: {
          listeners: [
            {
              listenerArn: LISTENER,
              defaultActions: [{ targetGroupArn: TARGETS }],
            },
          ],
        },
      }),
    ).toEqual({
      actedOn: [LISTENER],
      single: [LISTENER],
      mentioned: [TARGETS],
    });
  });

  it('takes all of a list, and what CloudTrail says itself', () => {
    expect(
      named({
        requestParameters: { resourceArns: [CLUSTER, SERVICE] },
        resources: [{ ARN: LISTENER }],
      }),
    ).toEqual({
      actedOn: [LISTENER, CLUSTER, SERVICE],
      single: [],
      mentioned: [],
    });
  });

  it('takes roles for acted on where calls are on roles', () => {
    const requestParameters = { roleArn: ROLE };
    expect(named({ requestParameters }).mentioned).toEqual([ROLE]);
    expect(
      named({ requestParameters, eventSource: 'iam.amazonaws.com' }).actedOn,
    ).toEqual([ROLE]);
  });

  it('comes to an end', () => {
    let deep: unknown = CLUSTER;
    for (let depth = 0; depth < 100; depth += 1) {
      deep = { deep };
    }
    const arns = Array.from(
      { length: 500 },
      (_, index) => `${CLUSTER}-${index}`,
    );
    const { actedOn, mentioned } = named({
      requestParameters: { deep, arns },
    });
    expect(actedOn).toHaveLength(200);
    expect(mentioned).toEqual([]);
  });
});
