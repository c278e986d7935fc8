import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { accountOf } from '../__testUtils__/accountOf';
import { renderField } from '../__testUtils__/renderField';
import { PlacementsPicker } from './PlacementsPicker';

const form = { name: 'orders', owner: 'group:default/team-shop' };
const nothing = { placements: [], problems: [] };

const box = (name: string) => screen.findByRole('checkbox', { name });

describe('PlacementsPicker', () => {
  it('chooses and unchooses Regions', async () => {
    const onChange = renderField(PlacementsPicker, {
      api: {
        listAccounts: async () => [
          accountOf('000000000001'),
          accountOf('000000000002', { environment: 'dev' }),
        ],
        resolvePlacements: async () => nothing,
      },
      form,
    });
    await userEvent.click(await box('prod us-east-1'));
    await userEvent.click(await box('prod eu-west-1'));
    await userEvent.click(await box('dev us-east-1'));
    expect(onChange).toHaveBeenLastCalledWith([
      { environment: 'prod', regions: ['eu-west-1', 'us-east-1'] },
      { environment: 'dev', regions: ['us-east-1'] },
    ]);
    await userEvent.click(await box('dev us-east-1'));
    await userEvent.click(await box('prod eu-west-1'));
    expect(onChange).toHaveBeenLastCalledWith([
      { environment: 'prod', regions: ['us-east-1'] },
    ]);
  });

  it('asks for no Region of what is in none', async () => {
    const onChange = renderField(PlacementsPicker, {
      api: {
        listAccounts: async () => [
          accountOf('000000000001', { runtimes: ['static-site'] }),
        ],
        resolvePlacements: async () => nothing,
      },
      form,
      uiOptions: { runtime: 'static-site' },
    });
    expect(
      await screen.findByRole('heading', { name: 'Environments' }),
    ).toBeInTheDocument();
    await userEvent.click(await box('prod everywhere, in no Region'));
    expect(screen.getAllByRole('checkbox')).toHaveLength(1);
    expect(onChange).toHaveBeenLastCalledWith([
      { environment: 'prod', regions: ['global'] },
    ]);
    await userEvent.click(await box('prod everywhere, in no Region'));
    expect(onChange).toHaveBeenLastCalledWith([]);
  });

  it('shows what would be made, or why not', async () => {
    const resolvePlacements = jest.fn(
      async ({ stages }: { stages: Array<{ regions: string[] }> }) =>
        stages[0].regions.includes('us-east-1')
          ? { placements: [], problems: [{ message: 'Not there.' }] }
          : {
              placements: [
                {
                  environment: 'prod',
                  account: '000000000001',
                  accountName: 'account-1',
                  region: 'eu-west-1',
                  runtime: 'ecs-fargate' as const,
                  workspace: 'acme/orders-prod-euw1',
                  key: 'prod-euw1',
                },
              ],
              problems: [],
            },
    );
    renderField(PlacementsPicker, {
      api: {
        listAccounts: async () => [accountOf('000000000001')],
        resolvePlacements: resolvePlacements as never,
      },
      form,
    });
    await userEvent.click(await box('prod eu-west-1'));
    expect(
      await screen.findByText(
        'prod, eu-west-1: account-1 (000000000001), workspace acme/orders-prod-euw1',
      ),
    ).toBeInTheDocument();
    await userEvent.click(await box('prod us-east-1'));
    expect(await screen.findByText('Not there.')).toBeInTheDocument();
  });

  it('lets choose among several accounts', async () => {
    const onChange = renderField(PlacementsPicker, {
      api: {
        listAccounts: async () => [
          accountOf('000000000001'),
          accountOf('000000000002'),
        ],
        resolvePlacements: async () => nothing,
      },
      form,
    });
    await userEvent.click(await box('prod us-east-1'));
    await userEvent.click(
      await screen.findByRole('button', { name: /Account/ }),
    );
    await userEvent.click(
      await screen.findByRole('option', { name: 'account-2 (000000000002)' }),
    );
    expect(onChange).toHaveBeenLastCalledWith([
      {
        environment: 'prod',
        regions: ['us-east-1'],
        account: '000000000002',
      },
    ]);
  });

  it('offers no Regions together that are in no one account', async () => {
    const onChange = renderField(PlacementsPicker, {
      api: {
        listAccounts: async () => [
          accountOf('000000000001', { regions: ['us-east-1'] }),
          accountOf('000000000002', { regions: ['eu-west-1'] }),
        ],
        resolvePlacements: async () => nothing,
      },
      form,
    });
    await userEvent.click(await box('prod us-east-1'));
    expect(await box('prod eu-west-1')).toBeDisabled();
    expect(screen.getByText(/cannot be ticked/)).toBeInTheDocument();
    expect(screen.getByText('in account-1 (000000000001)')).toBeInTheDocument();
    await userEvent.click(await box('prod us-east-1'));
    await userEvent.click(await box('prod eu-west-1'));
    expect(onChange).toHaveBeenLastCalledWith([
      { environment: 'prod', regions: ['eu-west-1'] },
    ]);
  });

  it('says once what the form says already', async () => {
    const problems = ['Taken.', 'Not allowed.'].map(message => ({
      input: 'stages[0]',
      message,
    }));
    renderField(PlacementsPicker, {
      api: {
        listAccounts: async () => [accountOf('000000000001')],
        resolvePlacements: async () => ({ placements: [], problems }),
      },
      form,
      value: [{ environment: 'prod', regions: ['us-east-1'] }],
      rawErrors: ['Taken.'],
    });
    expect(await screen.findByText('Not allowed.')).toBeInTheDocument();
  });

  it('says why an environment is not on offer', async () => {
    renderField(PlacementsPicker, {
      api: {
        listAccounts: async () => [
          accountOf('000000000001', { allowedOwners: ['group:default/other'] }),
        ],
      },
      form,
    });
    expect(
      await screen.findByText(
        'prod: not on offer, because its accounts are not open to this owner.',
      ),
    ).toBeInTheDocument();
  });

  it.each([
    ['is not on offer any more', { allowedOwners: ['group:default/other'] }],
    ['is not there any more', { environment: 'dev' }],
  ])('lets go of an environment that %s', async (_, change) => {
    const onChange = renderField(PlacementsPicker, {
      api: {
        listAccounts: async () => [accountOf('000000000001', change)],
        resolvePlacements: async () => nothing,
      },
      form,
      value: [{ environment: 'prod', regions: ['us-east-1'] }],
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Remove prod' }),
    );
    expect(onChange).toHaveBeenLastCalledWith([]);
    expect(
      screen.queryByRole('button', { name: 'Remove prod' }),
    ).not.toBeInTheDocument();
  });

  it('lets an account be chosen for one that is not on offer any more', async () => {
    const onChange = renderField(PlacementsPicker, {
      api: {
        listAccounts: async () => [
          accountOf('000000000001'),
          accountOf('000000000002', { state: 'SUSPENDED' }),
        ],
        resolvePlacements: async () => nothing,
      },
      form,
      value: [
        {
          environment: 'prod',
          regions: ['us-east-1'],
          account: '000000000002',
        },
      ],
    });
    await userEvent.click(
      await screen.findByRole('button', { name: /Account/ }),
    );
    await userEvent.click(await screen.findByRole('option'));
    expect(onChange).toHaveBeenLastCalledWith([
      {
        environment: 'prod',
        regions: ['us-east-1'],
        account: '000000000001',
      },
    ]);
  });

  it('says that no account offers the runtime', async () => {
    renderField(PlacementsPicker, {
      api: { listAccounts: async () => [] },
      form,
      uiOptions: { runtime: 'eks' },
    });
    expect(
      await screen.findByText(/No account offers eks/),
    ).toBeInTheDocument();
  });

  it('tries again after a failure', async () => {
    const listAccounts = jest
      .fn()
      .mockRejectedValueOnce(new Error('Too many requests'))
      .mockResolvedValue([accountOf('000000000001')]);
    renderField(PlacementsPicker, { api: { listAccounts }, form });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Too many requests',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await box('prod us-east-1')).toBeInTheDocument();
  });
});
