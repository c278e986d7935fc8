import { mockApis } from '@backstage/frontend-test-utils';
import { translationApiRef } from '@backstage/frontend-plugin-api';
import { TestApiRegistry } from '@backstage/test-utils';
import { validateNameConfirmation } from './validateNameConfirmation';

/** The sentences that keep people on the page. */
async function errorsOf(
  typed: string,
  formData: object,
  componentField?: string,
) {
  const errors: string[] = [];
  await validateNameConfirmation(
    typed,
    { addError: (message: string) => errors.push(message) } as never,
    {
      apiHolder: TestApiRegistry.from([
        translationApiRef,
        mockApis.translation(),
      ]),
      formData: formData as never,
      schema: {},
      uiSchema: { 'ui:options': { componentField } },
    },
  );
  return errors;
}

describe('validateNameConfirmation', () => {
  it.each(['component:default/orders', 'orders'])(
    'lets pass the name of %s, and no other',
    async component => {
      expect(await errorsOf('orders', { component })).toEqual([]);
      for (const other of ['order', 'Orders', 'component:default/orders']) {
        expect(await errorsOf(other, { component })).toEqual([
          'Type the name of the service, orders.',
        ]);
      }
    },
  );

  it('reads the field that the template names', async () => {
    const form = { component: 'cart', service: 'orders' };
    expect(await errorsOf('orders', form, 'service')).toEqual([]);
    expect(await errorsOf('cart', form, 'service')).toHaveLength(1);
  });

  it('leaves it to the service to be chosen first', async () => {
    expect(await errorsOf('orders', {})).toEqual([]);
  });
});
