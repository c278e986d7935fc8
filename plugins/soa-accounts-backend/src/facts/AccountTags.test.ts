import { mockServices } from '@backstage/backend-test-utils';
import { AccountTags } from './AccountTags';

const tags = (data: object = {}) =>
  AccountTags.fromConfig(mockServices.rootConfig({ data }));

describe('AccountTags', () => {
  it('reads lists that are separated by spaces', () => {
    expect(
      tags().read({
        'soa:environment': 'prod',
        'soa:runtimes': ' ecs-fargate  ecs-ec2 ',
        'soa:regions': 'us-east-1 eu-west-1',
        'soa:owner': 'platform',
        'soa:business-unit': 'Retail & Co',
        'soa:allowed-owners': 'group:default/team-shop Team-Payments',
      }),
    ).toEqual({
      facts: {
        environment: 'prod',
        runtimes: ['ecs-fargate', 'ecs-ec2'],
        regions: ['us-east-1', 'eu-west-1'],
        owner: 'group:default/platform',
        businessUnit: 'Retail & Co',
        allowedOwners: [
          'group:default/team-shop',
          'group:default/team-payments',
        ],
      },
      problems: [],
    });
  });

  it('leaves out what it does not understand, and says so', () => {
    const { facts, problems } = tags().read({
      'soa:runtimes': 'ecs-fargate mainframe',
      'soa:owner': 'a:b:c:d//',
    });
    expect(facts.runtimes).toEqual(['ecs-fargate']);
    expect(facts.owner).toBeUndefined();
    expect(problems).toEqual([
      'tag soa:runtimes holds "mainframe", which is not understood',
      'tag soa:owner holds "a:b:c:d//", which is not understood',
    ]);
  });

  it('has accounts offer no Regions that the organisation does not allow', () => {
    const { facts, problems } = tags({
      soa: { regions: ['us-east-1', 'eu-west-1'] },
    }).read({ 'soa:regions': 'ap-southeast-2 us-east-1' });
    expect(facts.regions).toEqual(['us-east-1']);
    expect(problems).toEqual([]);
  });

  it('admits nobody where the allowed owners are not understood', () => {
    const { facts } = tags().read({ 'soa:allowed-owners': '::' });
    expect(facts.allowedOwners).toEqual([]);
  });

  it('admits anybody where no allowed owners are named', () => {
    expect(tags().read({}).facts.allowedOwners).toBeUndefined();
  });

  it('takes the names of tags from the configuration', () => {
    const { facts } = tags({
      soa: { aws: { tags: { environment: 'Stage' } } },
    }).read({ Stage: 'qa', 'soa:environment': 'prod' });
    expect(facts.environment).toBe('qa');
  });
});
