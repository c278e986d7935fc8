import { mockApis } from '@backstage/frontend-test-utils';
import { translationApiRef } from '@backstage/frontend-plugin-api';
import { TestApiRegistry } from '@backstage/test-utils';
import type { PlacementStage, Runtime } from '@backstage-soa/plugin-soa-common';
import { soaAccountsApiRef } from '@backstage-soa/plugin-soa-react';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { ordersEntity } from '../__testUtils__/ordersEntity';
import { validatePlacements } from './validatePlacements';

const stages = [{ environment: 'prod', regions: ['us-east-1'] }];

/** The sentences that keep a person on the page. */
async function errorsOf(
  value: PlacementStage[] | undefined,
  resolvePlacements: jest.Mock = jest.fn(),
  runtime: Runtime = 'ecs-fargate',
  component?: string,
) {
  const errors: string[] = [];
  await validatePlacements(
    value!,
    { addError: (message: string) => errors.push(message) } as never,
    {
      apiHolder: TestApiRegistry.from(
        [soaAccountsApiRef, { resolvePlacements }],
        [translationApiRef, mockApis.translation()],
        [catalogApiRef, catalogApiMock({ entities: [ordersEntity] })],
      ),
      formData: component
        ? { component }
        : { name: 'orders', owner: 'group:default/team-shop' },
      schema: {},
      uiSchema: {
        'ui:options': component ? { componentField: 'component' } : { runtime },
      },
    },
  );
  return errors;
}

describe('validatePlacements', () => {
  it.each([[undefined], [[]], [[{}] as PlacementStage[]]])(
    'wants a choice (%j)',
    async value => {
      expect(await errorsOf(value)).toEqual([
        'Choose an environment and a Region.',
      ]);
    },
  );

  it('wants no Region of what is in none', async () => {
    expect(await errorsOf([], undefined, 'static-site')).toEqual([
      'Choose an environment.',
    ]);
  });

  it('lets pass what the organisation allows', async () => {
    const resolve = jest.fn(async () => ({ placements: [], problems: [] }));
    expect(await errorsOf(stages, resolve)).toEqual([]);
    expect(resolve).toHaveBeenCalledWith(expect.objectContaining({ stages }));
  });

  it('says every reason why it does not', async () => {
    const problems = [{ message: 'One.' }, { message: 'Two.' }];
    expect(
      await errorsOf(
        stages,
        jest.fn(async () => ({ placements: [], problems })),
      ),
    ).toEqual(['One.', 'Two.']);
  });

  it('does not let pass what could not be checked', async () => {
    expect(
      await errorsOf(
        stages,
        jest.fn(async () => {
          throw new Error('Too many requests');
        }),
      ),
    ).toEqual(['The choice could not be checked: Too many requests']);
  });

  it('asks about more placements for a service that is there', async () => {
    const resolve = jest.fn(async () => ({ placements: [], problems: [] }));
    expect(
      await errorsOf(stages, resolve, undefined, 'component:default/orders'),
    ).toEqual([]);
    expect(resolve).toHaveBeenCalledWith({
      name: 'orders',
      owner: 'group:default/team-shop',
      runtime: 'lambda',
      stages,
      adds: true,
    });
  });
});
