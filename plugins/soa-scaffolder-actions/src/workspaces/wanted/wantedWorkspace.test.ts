import { ordersPlacements } from '../../__testUtils__';
import { defaultWorkspaceSettings } from '../../settings';
import { resolveWishes } from '../../wishes';
import { wantedWorkspace } from './wantedWorkspace';

describe('wantedWorkspace', () => {
  it.each([
    ['us-east-1', 'aws'],
    ['eusc-de-east-1', 'aws-eusc'],
    ['us-isob-east-1', 'aws-iso-b'],
  ])('names the roles of %s with the partition %s', (region, partition) => {
    const { variables } = wantedWorkspace({
      service: { name: 'orders', namespace: 'default' },
      placement: { ...ordersPlacements[0], region },
      projectId: 'prj-1',
      isProduction: false,
      wishes: resolveWishes({
        input: {},
        settings: defaultWorkspaceSettings,
        placements: ordersPlacements,
        productionEnvironments: [],
        canNotify: false,
      }),
      sourceUrl: 'https://portal.test',
    });
    expect(variables.map(({ value }) => value)).toEqual([
      'dev-use1',
      'true',
      `arn:${partition}:iam::444455556666:role/soa/orders-dev-use1-plan`,
      `arn:${partition}:iam::444455556666:role/soa/orders-dev-use1-apply`,
    ]);
  });

  it.each([
    ['ecs-fargate', false, false, { autoApply: false }],
    ['ecs-fargate', true, false, { autoApply: true }],
    ['ecs-fargate', true, true, { autoApply: false }],
    // What the platform team has decided stays as it is.
    ['platform', false, false, {}],
    ['platform', true, false, { autoApply: true }],
    ['platform', true, true, {}],
  ] as const)(
    'says of %s whether it applies unasked: wished %s, production %s',
    (runtime, autoApply, isProduction, wanted) => {
      const placements = [{ ...ordersPlacements[0], runtime }];
      const { input } = wantedWorkspace({
        service: { name: 'orders', namespace: 'default' },
        placement: placements[0],
        projectId: 'prj-1',
        isProduction,
        wishes: resolveWishes({
          input: { autoApply },
          settings: defaultWorkspaceSettings,
          placements,
          productionEnvironments: [],
          canNotify: false,
        }),
        sourceUrl: 'https://portal.test',
      });
      expect(
        'autoApply' in input ? { autoApply: input.autoApply } : {},
      ).toEqual(wanted);
    },
  );
});
