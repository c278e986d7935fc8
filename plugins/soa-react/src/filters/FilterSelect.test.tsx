import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { FilterSelect } from './FilterSelect';
import { valuesIn } from './valuesIn';

async function open(chosen?: string) {
  const onChange = jest.fn();
  renderInTestApp(
    <FilterSelect
      label="Region"
      offered={valuesIn(['us-east-1', 'eu-west-1', 'us-east-1'])}
      chosen={chosen}
      onChange={onChange}
    />,
  );
  await userEvent.click(await screen.findByRole('button', { name: /Region/ }));
  return { onChange, options: screen.getAllByRole('option') };
}

describe('FilterSelect', () => {
  it('offers each value once, in order, and none', async () => {
    const { onChange, options } = await open();
    expect(options.map(({ textContent }) => textContent)).toEqual([
      'Any',
      'eu-west-1',
      'us-east-1',
    ]);
    await userEvent.click(options[1]);
    expect(onChange).toHaveBeenCalledWith('eu-west-1');
  });

  it('keeps what is chosen on offer, and lets it be taken back', async () => {
    const { onChange, options } = await open('sa-east-1');
    expect(options.map(({ textContent }) => textContent)).toContain(
      'sa-east-1',
    );
    await userEvent.click(options[0]);
    expect(onChange).toHaveBeenCalledWith(undefined);
  });
});
