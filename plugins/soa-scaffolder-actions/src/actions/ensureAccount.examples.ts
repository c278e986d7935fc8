/** How `aws:account:ensure` is used. */
export const ensureAccountExamples = [
  {
    description: 'An account for services on Fargate in two Regions',
    example: `steps:
  - id: account
    name: Make sure of the account
    action: aws:account:ensure
    input:
      name: shop-prod
      owner: group:default/team-shop
      organizationalUnit: Workloads/Prod
      environment: prod
      runtimes: [ecs-fargate, lambda]
      regions: [us-east-1, eu-west-1]
`,
  },
  {
    description: 'A sandbox of one team, with another address',
    example: `steps:
  - id: account
    name: Make sure of the account
    action: aws:account:ensure
    input:
      name: sandbox-shop
      email: aws+sandbox.shop@example.com
      owner: group:default/team-shop
      organizationalUnit: ou-abcd-11112222
      environment: sandbox
      businessUnit: Retail
      allowedOwners: [group:default/team-shop]
      reason: To try things out
      maxWait: { minutes: 30 }
`,
  },
];
