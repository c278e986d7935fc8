import { RUNTIMES } from '@backstage-soa/plugin-soa-common';
import { destroyCalls } from './destroyCalls';
import { effectsOf } from './effectsOf';

const createdBy = (runtime: string) =>
  effectsOf({
    service: 'orders',
    key: 'dev-use1',
    environment: 'dev',
    account: '100000000401',
    region: 'us-east-1',
    runtime,
  })?.create;

describe('destroyCalls', () => {
  it('takes away last what was made first', () => {
    const calls = destroyCalls(createdBy('ecs-fargate')!);
    expect(calls.map(({ eventName }) => eventName)).toEqual([
      'DeleteService',
      'DeregisterTaskDefinition',
      'DeleteTargetGroup',
      'DeleteRole',
      'DeleteLogGroup',
    ]);
    expect(calls[0].resources).toEqual([
      {
        arn: 'arn:aws:ecs:us-east-1:100000000401:service/runtime-ecs/orders-dev-use1',
        type: 'AWS::ECS::Service',
      },
    ]);
    // A service that is gone answers nothing of itself.
    expect(calls.every(call => call.responseElements === undefined)).toBe(true);
  });

  it.each(RUNTIMES.filter(runtime => createdBy(runtime)))(
    'knows the opposite of whatever is made for %s',
    runtime => {
      const made = createdBy(runtime)!;
      expect(destroyCalls(made)).toHaveLength(made.length);
    },
  );
});
