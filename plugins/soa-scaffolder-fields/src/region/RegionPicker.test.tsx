import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { accountOf } from '../__testUtils__/accountOf';
import { renderField } from '../__testUtils__/renderField';
import { RegionPicker } from './RegionPicker';

const api = {
  listAccounts: async () => [
    accountOf('000000000001'),
    accountOf('000000000002', { regions: ['us-west-2'] }),
    accountOf('000000000003', { regions: ['eu-south-1'], state: 'CLOSED' }),
  ],
};

async function offered() {
  await userEvent.click(await screen.findByRole('button', { name: /Region/ }));
  return screen.findAllByRole('option');
}

const texts = (options: HTMLElement[]) =>
  options.map(({ textContent }) => textContent);

describe('RegionPicker', () => {
  it('offers each Region of the open accounts once', async () => {
    const onChange = renderField(RegionPicker, { api });
    const options = await offered();
    expect(texts(options)).toEqual(['eu-west-1', 'us-east-1', 'us-west-2']);
    await userEvent.click(options[0]);
    expect(onChange).toHaveBeenLastCalledWith('eu-west-1');
  });

  it('offers those of the account that the form holds', async () => {
    renderField(RegionPicker, {
      api,
      form: { target: '000000000002' },
      uiOptions: { accountField: 'target' },
    });
    expect(texts(await offered())).toEqual(['us-west-2']);
  });

  it('says why the others are not on offer', async () => {
    renderField(RegionPicker, {
      api,
      form: { target: '000000000002' },
      uiOptions: { accountField: 'target' },
    });
    await userEvent.click(await screen.findByText('3 are not on offer'));
    expect(texts(screen.getAllByRole('listitem'))).toEqual([
      'eu-south-1: its accounts are suspended or closed',
      'eu-west-1: the chosen account does not have it',
      'us-east-1: the chosen account does not have it',
    ]);
  });

  it('offers those that the placements in the form are in', async () => {
    renderField(RegionPicker, {
      api,
      form: {
        stages: [{ regions: ['us-west-2', 'us-east-1'] }, { regions: [] }],
      },
      uiOptions: { placementsField: 'stages' },
    });
    expect(texts(await offered())).toEqual(['us-east-1', 'us-west-2']);
  });

  it('offers those of the accounts that are open to the owner of the product', async () => {
    renderField(RegionPicker, {
      api: {
        listAccounts: async () => [
          accountOf('000000000001', {
            regions: ['us-west-2'],
            allowedOwners: ['group:default/team-shop'],
          }),
          accountOf('000000000002', {
            regions: ['eu-west-1'],
            allowedOwners: ['group:default/team-payments'],
          }),
        ],
      },
      entity: {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'System',
        metadata: { name: 'shop' },
        spec: { owner: 'team-shop' },
      },
      form: { product: 'system:default/shop' },
      uiOptions: { productField: 'product' },
    });
    expect(texts(await offered())).toEqual(['us-west-2']);
  });

  it('chooses several where the parameter is an array', async () => {
    const onChange = renderField(RegionPicker, {
      api,
      schema: { type: 'array', title: 'Regions' },
    });
    const options = await offered();
    await userEvent.click(options[0]);
    await userEvent.click(options[2]);
    expect(onChange).toHaveBeenLastCalledWith(['eu-west-1', 'us-west-2']);
  });

  it('lets go of what is not on offer any more', async () => {
    const onChange = renderField(RegionPicker, {
      api,
      schema: { type: 'array', title: 'Regions' },
      value: ['eu-south-1'],
    });
    expect(await screen.findByRole('alert')).toHaveTextContent('eu-south-1');
    const options = await offered();
    await userEvent.click(options[0]);
    expect(onChange).toHaveBeenLastCalledWith(['eu-west-1']);
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });
});
