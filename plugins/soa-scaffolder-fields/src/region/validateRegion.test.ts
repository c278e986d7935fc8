import { mockApis } from '@backstage/frontend-test-utils';
import { translationApiRef } from '@backstage/frontend-plugin-api';
import { TestApiRegistry } from '@backstage/test-utils';
import { validateRegion } from './validateRegion';

const FORM = {
  stages: [
    { environment: 'prod', regions: ['us-east-1', 'eu-west-1'] },
    { environment: 'dev' },
    null,
  ],
};

async function errorsOf(
  value: string | string[] | undefined,
  options: Record<string, string> = { placementsField: 'stages' },
  formData: Record<string, any> = FORM,
) {
  const errors: string[] = [];
  await validateRegion(
    // The form passes what is left empty.
    value as string,
    { addError: (message: string) => errors.push(message) } as never,
    {
      apiHolder: TestApiRegistry.from([
        translationApiRef,
        mockApis.translation(),
      ]),
      formData,
      schema: {},
      uiSchema: { 'ui:options': options },
    },
  );
  return errors;
}

describe('validateRegion', () => {
  it.each([[undefined], [''], ['eu-west-1'], [['us-east-1', 'eu-west-1']]])(
    'lets pass %j, which is chosen before',
    async value => {
      expect(await errorsOf(value)).toEqual([]);
    },
  );

  it('lets any Region pass where no field is named', async () => {
    expect(await errorsOf('us-west-2', {})).toEqual([]);
  });

  it.each([['us-west-2'], [['eu-west-1', 'us-west-2']]])(
    'does not let pass %j',
    async value => {
      expect(await errorsOf(value)).toEqual([
        'us-west-2 is none of the Regions chosen before: choose one of them.',
      ]);
    },
  );

  it('lets none pass while none is chosen', async () => {
    const options = { placementsField: 'stages' };
    expect(await errorsOf('us-east-1', options, {})).toHaveLength(1);
    expect(
      await errorsOf('us-east-1', options, { stages: 'us-east-1' }),
    ).toHaveLength(1);
  });
});
