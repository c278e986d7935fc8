import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderField } from '../__testUtils__/renderField';
import { NameConfirmation } from './NameConfirmation';

const render = (value?: string) =>
  renderField(NameConfirmation, {
    api: {},
    value,
    required: true,
    schema: { type: 'string', title: 'Its name', description: 'It all goes.' },
  });

describe('NameConfirmation', () => {
  it('takes what a person types', async () => {
    const onChange = render();
    const field = await screen.findByRole('textbox', { name: /Its name/ });
    expect(screen.getByText('It all goes.')).toBeInTheDocument();
    await userEvent.type(field, 'cart');
    expect(onChange).toHaveBeenLastCalledWith('cart');
  });

  it('has no value where nothing is typed', async () => {
    const onChange = render('c');
    await userEvent.clear(
      await screen.findByRole('textbox', { name: /Its name/ }),
    );
    expect(onChange).toHaveBeenLastCalledWith(undefined);
  });
});
