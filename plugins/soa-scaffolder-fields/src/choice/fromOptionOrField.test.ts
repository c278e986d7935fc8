import { fromOptionOrField } from './fromOptionOrField';

describe('fromOptionOrField', () => {
  it('takes what the template fixes', () => {
    expect(
      fromOptionOrField(
        { environment: 'prod', environmentField: 'stage' },
        { stage: 'dev' },
        'environment',
      ),
    ).toBe('prod');
  });

  it('takes what another field holds', () => {
    expect(
      fromOptionOrField(
        { environmentField: 'stage' },
        { stage: 'dev' },
        'environment',
      ),
    ).toBe('dev');
  });

  it.each([
    [undefined, undefined],
    [{ environmentField: 'stage' }, undefined],
    [{ environmentField: 'stage' }, { stage: '' }],
    [{ environmentField: 'stage' }, { stage: ['dev'] }],
    [{}, { environment: 'dev' }],
  ])('takes nothing from %j and %j', (options, formData) => {
    expect(fromOptionOrField(options, formData, 'environment')).toBeUndefined();
  });
});
