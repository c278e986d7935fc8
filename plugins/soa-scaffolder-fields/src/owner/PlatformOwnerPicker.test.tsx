import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { PlatformOwner } from '@backstage-soa/plugin-soa-react';
import { renderField } from '../__testUtils__/renderField';
import { PlatformOwnerPicker } from './PlatformOwnerPicker';

let owners: PlatformOwner[] = [];

jest.mock('@backstage-soa/plugin-soa-react', () => ({
  ...jest.requireActual('@backstage-soa/plugin-soa-react'),
  useOwnPlatformOwners: () => ({
    value: owners,
    isLoading: false,
    reload: () => {},
  }),
}));

const group = (name: string, isOwn: boolean) => ({
  ref: `group:default/${name}`,
  title: `The ${name}`,
  isOwn,
});

const render = (value?: string) =>
  renderField(PlatformOwnerPicker, { api: {}, value, required: true });

describe('PlatformOwnerPicker', () => {
  it('offers the own groups that the organisation allows', async () => {
    owners = [group('a', true), group('b', false), group('c', true)];
    const onChange = render();
    await userEvent.click(await screen.findByRole('button', { name: /Owner/ }));
    const options = await screen.findAllByRole('option');
    expect(options.map(({ textContent }) => textContent)).toEqual([
      'The a',
      'The c',
    ]);
    expect(onChange).not.toHaveBeenCalled();
    await userEvent.click(options[1]);
    expect(onChange).toHaveBeenLastCalledWith('group:default/c');
  });

  it('chooses the one that there is', async () => {
    owners = [group('a', true), group('b', false)];
    const onChange = render();
    await waitFor(() => expect(onChange).toHaveBeenCalledTimes(1));
    expect(onChange).toHaveBeenCalledWith('group:default/a');
  });

  it('lets go of a group that it does not offer', async () => {
    owners = [group('a', true), group('b', false), group('c', true)];
    const onChange = render('group:default/b');
    await waitFor(() => expect(onChange).toHaveBeenCalledTimes(1));
    expect(onChange).toHaveBeenCalledWith(undefined);
  });

  it('says whom to ask, where none of them is the own', async () => {
    owners = [group('a', false), group('b', false)];
    render();
    expect(
      await screen.findByText(/None of your groups may own this.*The a, The b/),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('says what to configure, where there is none at all', async () => {
    owners = [];
    render();
    expect(
      await screen.findByText(/soa\.platform\.owners/),
    ).toBeInTheDocument();
  });
});
