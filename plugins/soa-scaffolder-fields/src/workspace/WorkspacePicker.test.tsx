import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Workspace } from '@backstage-soa/plugin-soa-common';
import { renderField } from '../__testUtils__/renderField';
import { WorkspacePicker } from './WorkspacePicker';

const workspaceOf = (name: string, organization = 'acme') =>
  ({ id: `ws-${name}`, name, organization } as Workspace);

describe('WorkspacePicker', () => {
  it('chooses a workspace by organization and name', async () => {
    const listWorkspaces = jest.fn(async () => [
      workspaceOf('orders-prod-use1'),
      workspaceOf('orders-prod-use1', 'another'),
    ]);
    const onChange = renderField(WorkspacePicker, {
      api: { listWorkspaces },
      form: { service: 'component:default/orders' },
      uiOptions: { componentField: 'service' },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: /Workspace/ }),
    );
    await userEvent.click(
      await screen.findByRole('option', { name: 'another/orders-prod-use1' }),
    );
    expect(onChange).toHaveBeenLastCalledWith('another/orders-prod-use1');
    expect(listWorkspaces).toHaveBeenCalledWith(
      { component: 'component:default/orders', account: undefined },
      expect.anything(),
    );
  });

  it('says that there is none, or why they could not be loaded', async () => {
    const listWorkspaces = jest
      .fn()
      .mockRejectedValueOnce(new Error('no answer'))
      .mockResolvedValue([]);
    renderField(WorkspacePicker, { api: { listWorkspaces } });
    expect(await screen.findByRole('alert')).toHaveTextContent('no answer');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByText('There is no workspace here that you may see.'),
    ).toBeInTheDocument();
  });
});
