import { pipelineCaller } from './identities';
import { record } from './record';

const { session } = pipelineCaller({
  id: 'run-1',
  organization: 'acme',
  project: 'platform',
  workspace: 'account-baseline-100000000101',
  phase: 'apply',
  account: '100000000101',
});

const regionOf = (call: { global?: boolean }, region: string) =>
  record(
    {
      eventSource: 'sts.amazonaws.com',
      eventName: 'AssumeRoleWithWebIdentity',
      ...call,
    },
    session,
    { account: '100000000101', region, time: 0, id: 'x' },
  ).awsRegion;

describe('record', () => {
  it('is of the Region that was called', () => {
    expect(regionOf({}, 'eu-west-1')).toBe('eu-west-1');
  });

  it('is of us-east-1 for what is global, by service or by placement', () => {
    expect(regionOf({ global: true }, 'eu-west-1')).toBe('us-east-1');
    expect(regionOf({}, 'global')).toBe('us-east-1');
  });
});
