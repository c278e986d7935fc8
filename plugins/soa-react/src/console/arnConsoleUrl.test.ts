import { arnConsoleUrl } from './arnConsoleUrl';

const USE1 = 'https://us-east-1.console.aws.amazon.com';

describe('arnConsoleUrl', () => {
  it.each([
    [
      'arn:aws:ecs:us-east-1:012345678901:service/prod/orders',
      `${USE1}/ecs/v2/clusters/prod/services/orders?region=us-east-1`,
    ],
    [
      'arn:aws:ecs:us-east-1:012345678901:cluster/prod',
      `${USE1}/ecs/v2/clusters/prod/services?region=us-east-1`,
    ],
    [
      'arn:aws:ecs:us-east-1:012345678901:task-definition/orders:7',
      `${USE1}/ecs/v2/task-definitions/orders/7?region=us-east-1`,
    ],
    [
      'arn:aws:eks:us-east-1:012345678901:podidentityassociation/prod/a-1',
      `${USE1}/eks/clusters/prod?region=us-east-1`,
    ],
    [
      'arn:aws:lambda:us-east-1:012345678901:function:orders:live',
      `${USE1}/lambda/home?region=us-east-1#/functions/orders`,
    ],
    [
      'arn:aws:logs:us-east-1:012345678901:log-group:/ecs/orders:*',
      `${USE1}/cloudwatch/home?region=us-east-1#logsV2:log-groups/log-group/%252Fecs%252Forders`,
    ],
    [
      'arn:aws:elasticloadbalancing:us-east-1:012345678901:targetgroup/orders/1',
      `${USE1}/ec2/home?region=us-east-1#TargetGroup:targetGroupArn=arn%3Aaws%3Aelasticloadbalancing%3Aus-east-1%3A012345678901%3Atargetgroup%2Forders%2F1`,
    ],
    [
      'arn:aws:autoscaling:us-east-1:012345678901:autoScalingGroup:1:autoScalingGroupName/orders',
      `${USE1}/ec2/home?region=us-east-1#AutoScalingGroupDetails:id=orders`,
    ],
    [
      'arn:aws:ec2:us-east-1:012345678901:security-group/sg-1',
      `${USE1}/ec2/home?region=us-east-1#SecurityGroup:groupId=sg-1`,
    ],
    [
      'arn:aws:iam::012345678901:role/soa/orders-task',
      `${USE1}/iam/home#/roles/details/orders-task`,
    ],
    [
      'arn:aws:cloudfront::012345678901:distribution/E1',
      `${USE1}/cloudfront/v4/home#/distributions/E1`,
    ],
    [
      'arn:aws-us-gov:ecs:us-gov-west-1:012345678901:cluster/prod',
      'https://us-gov-west-1.console.amazonaws-us-gov.com/ecs/v2/clusters/prod/services?region=us-gov-west-1',
    ],
  ])('knows where %s is', (arn, url) => {
    expect(arnConsoleUrl(arn)).toEqual({ url, accountId: '012345678901' });
  });

  it('has no account for a bucket, whose ARN names none', () => {
    expect(arnConsoleUrl('arn:aws:s3:::orders')).toEqual({
      url: `${USE1}/s3/buckets/orders`,
      accountId: '',
    });
  });

  it.each([
    'orders',
    'https://orders.example',
    'arn:aws:constructor:us-east-1:012345678901:x',
    'arn:aws:ecs:us-east-1:012345678901:other/x',
    'arn:aws:ec2:us-east-1:012345678901:volume/v',
    'arn:aws-iso:ecs:us-iso-east-1:012345678901:cluster/prod',
    'arn:aws:ecs:us-east-1:012345678901:cluster/a b',
    'arn:aws-cn:iam::012345678901:role/x',
  ])('knows no page of %s', arn => {
    expect(arnConsoleUrl(arn)).toBeUndefined();
  });

  it('lets nothing out of its place in the address', () => {
    expect(
      arnConsoleUrl('arn:aws:ecs:us-east-1:012345678901:cluster/..?x=#y')?.url,
    ).toBe(`${USE1}/ecs/v2/clusters/..%3Fx%3D%23y/services?region=us-east-1`);
  });
});
