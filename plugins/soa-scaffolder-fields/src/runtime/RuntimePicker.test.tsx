import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { accountOf } from '../__testUtils__/accountOf';
import { renderField } from '../__testUtils__/renderField';
import { RuntimePicker } from './RuntimePicker';

const accounts = [
  accountOf('000000000001', { runtimes: ['lambda', 'ecs-fargate'] }),
  accountOf('000000000002', { runtimes: ['eks'], state: 'SUSPENDED' }),
  accountOf('000000000003', {
    runtimes: ['ec2', 'lambda'],
    allowedOwners: ['group:default/other'],
  }),
];

const texts = (elements: HTMLElement[]) =>
  elements.map(({ textContent }) => textContent);

describe('RuntimePicker', () => {
  it('offers what open accounts offer, narrowed by the form', async () => {
    const listAccounts = jest.fn(async () => accounts);
    const onChange = renderField(RuntimePicker, {
      api: { listAccounts },
      form: { owner: 'group:default/team-shop', stage: 'prod' },
      uiOptions: { environmentField: 'stage' },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: /Runtime/ }),
    );
    const options = await screen.findAllByRole('option');
    expect(texts(options)).toEqual(['ecs-fargate', 'lambda']);
    await userEvent.click(options[1]);
    expect(onChange).toHaveBeenLastCalledWith('lambda');
    expect(listAccounts).toHaveBeenCalledWith(
      { environment: 'prod' },
      expect.anything(),
    );
  });

  it('says why the others are not on offer', async () => {
    renderField(RuntimePicker, { api: { listAccounts: async () => accounts } });
    await userEvent.click(await screen.findByText('4 are not on offer'));
    expect(texts(screen.getAllByRole('listitem'))).toEqual([
      'ecs-ec2: no account that you may see offers it',
      'eks: its accounts are suspended or closed',
      'ec2: its accounts are not open to this owner',
      'static-site: no account that you may see offers it',
    ]);
  });

  it('offers only what the template can do', async () => {
    renderField(RuntimePicker, {
      api: { listAccounts: async () => accounts },
      uiOptions: { runtimes: ['eks', 'lambda'] },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: /Runtime/ }),
    );
    expect(texts(await screen.findAllByRole('option'))).toEqual(['lambda']);
    expect(screen.getByText('1 is not on offer')).toBeInTheDocument();
  });

  it('says what to do where none is on offer', async () => {
    renderField(RuntimePicker, { api: { listAccounts: async () => [] } });
    expect(
      await screen.findByText(/No runtime is on offer here/),
    ).toBeInTheDocument();
  });
});
