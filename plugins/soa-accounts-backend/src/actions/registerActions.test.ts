import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { z as zod } from 'zod/v3';
import type { ActionOptions } from './ActionOptions';
import { registerActions } from './registerActions';

describe('registerActions', () => {
  it('offers to look, and never to change anything', async () => {
    const actionsRegistry = actionsRegistryServiceMock();
    registerActions({
      actionsRegistry,
    } as Partial<ActionOptions> as ActionOptions);
    const { actions } = await actionsRegistry.list();
    expect(actions.map(({ name }) => name)).toEqual([
      'find-placements',
      'get-account',
      'list-accounts',
      'resolve-placements',
    ]);
    for (const { attributes } of actions) {
      expect(attributes).toEqual({
        readOnly: true,
        idempotent: true,
        destructive: false,
      });
    }
  });

  it('gives examples that the actions take', () => {
    const actionsRegistry = actionsRegistryServiceMock();
    registerActions({
      actionsRegistry,
    } as Partial<ActionOptions> as ActionOptions);
    for (const { schema, examples } of actionsRegistry.actions.values()) {
      expect(examples).not.toHaveLength(0);
      for (const { input } of examples!) {
        expect(schema.input(zod).safeParse(input).error).toBeUndefined();
      }
    }
  });
});
