import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { accountOf } from '../__testUtils__/accountOf';
import { renderField } from '../__testUtils__/renderField';
import { AccountPicker } from './AccountPicker';

const accounts = [
  accountOf('000000000001'),
  accountOf('000000000002', { state: 'SUSPENDED' }),
  accountOf('000000000003', { allowedOwners: ['group:default/other'] }),
];

describe('AccountPicker', () => {
  it('offers accounts that are open to the owner, narrowed by the form', async () => {
    const listAccounts = jest.fn(async () => accounts);
    const onChange = renderField(AccountPicker, {
      api: { listAccounts },
      form: { owner: 'group:default/team-shop', stage: 'prod' },
      uiOptions: { runtime: 'eks', environmentField: 'stage' },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: /Account/ }),
    );
    const options = await screen.findAllByRole('option');
    expect(options.map(({ textContent }) => textContent)).toEqual([
      'account-1 (000000000001)',
    ]);
    await userEvent.click(options[0]);
    expect(onChange).toHaveBeenLastCalledWith('000000000001');
    await userEvent.click(screen.getByText('2 are not on offer'));
    expect(
      screen.getAllByRole('listitem').map(({ textContent }) => textContent),
    ).toEqual([
      'account-2 (000000000002): it is suspended or closed',
      'account-3 (000000000003): it is not open to this owner',
    ]);
    expect(listAccounts).toHaveBeenCalledWith(
      { runtime: 'eks', environment: 'prod' },
      expect.anything(),
    );
  });

  it('can be searched', async () => {
    renderField(AccountPicker, {
      api: {
        listAccounts: async () =>
          Array.from({ length: 60 }, (_, index) =>
            accountOf(String(index).padStart(12, '0'), {
              name: `runtime-${index}`,
            }),
          ),
      },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: /Account/ }),
    );
    await userEvent.click(await screen.findByRole('searchbox'));
    await userEvent.paste('runtime-59');
    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1));
  });

  it('says when what was chosen is not on offer any more', async () => {
    renderField(AccountPicker, {
      api: { listAccounts: async () => accounts },
      value: '000000000002',
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      '000000000002 is not on offer any more',
    );
  });

  it('says what to do where none is on offer', async () => {
    renderField(AccountPicker, { api: { listAccounts: async () => [] } });
    expect(
      await screen.findByText(/No account is on offer here/),
    ).toBeInTheDocument();
  });
});
