import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { accountOf } from '../__testUtils__/accountOf';
import { renderField } from '../__testUtils__/renderField';
import { PlatformPicker } from './PlatformPicker';

const form = { name: 'account-baseline', owner: 'group:default/platform' };

const accounts = [
  accountOf('000000000001'),
  accountOf('000000000002', { environment: undefined, regions: [] }),
  accountOf('000000000003', { state: 'SUSPENDED' }),
];

const render = (options: {
  uiOptions?: Record<string, unknown>;
  schema?: Record<string, unknown>;
  value?: unknown;
  resolvePlacements?: jest.Mock;
}) =>
  renderField(PlatformPicker, {
    api: {
      listAccounts: async () => accounts,
      listOrganizationalUnits: async () => [
        {
          id: 'ou-w',
          name: 'Workloads',
          arn: 'arn',
          organizationId: 'o-1',
          path: 'Workloads',
        },
      ],
      resolvePlacements:
        options.resolvePlacements ??
        (async () => ({ placements: [], problems: [] })),
    },
    form,
    uiOptions: options.uiOptions,
    schema: options.schema,
    value: options.value,
    config: { soa: { environments: [{ name: 'dev' }, { name: 'prod' }] } },
  });

async function choose(label: RegExp, option: string) {
  await userEvent.click(await screen.findByRole('button', { name: label }));
  await userEvent.click(await screen.findByRole('option', { name: option }));
}

describe('PlatformPicker', () => {
  it('chooses environment, account and Regions', async () => {
    const onChange = render({});
    await choose(/Environment/, 'prod');
    await choose(/Account/, 'account-2 (000000000002)');
    expect(onChange).toHaveBeenLastCalledWith([
      { environment: 'prod', regions: [], account: '000000000002' },
    ]);
    await choose(/Regions/, 'eu-west-1');
    expect(onChange).toHaveBeenLastCalledWith([
      { environment: 'prod', regions: ['eu-west-1'], account: '000000000002' },
    ]);
  });

  it('chooses all accounts of a unit, in no Region', async () => {
    const resolvePlacements = jest.fn(async () => ({
      placements: [],
      problems: [],
    }));
    const onChange = render({
      uiOptions: { global: true, organizationalUnits: true },
      resolvePlacements,
    });
    await choose(/Environment/, 'prod');
    await choose(/Account or organizational unit/, 'Workloads (2)');
    expect(onChange).toHaveBeenLastCalledWith([
      { environment: 'prod', regions: ['global'], organizationalUnit: 'ou-w' },
    ]);
    expect(resolvePlacements).toHaveBeenLastCalledWith(
      expect.objectContaining({ runtime: 'platform' }),
      expect.anything(),
    );
    expect(
      screen.queryByRole('button', { name: /Regions/ }),
    ).not.toBeInTheDocument();
  });

  it('offers no more than the parameter may hold', async () => {
    const onChange = render({
      schema: {
        maxItems: 1,
        items: { properties: { regions: { maxItems: 1 } } },
      },
      value: [{ environment: 'dev', regions: ['us-east-1'] }],
    });
    await choose(/Region/, 'eu-west-1');
    expect(onChange).toHaveBeenLastCalledWith([
      { environment: 'dev', regions: ['eu-west-1'] },
    ]);
    expect(
      screen.queryByRole('button', { name: 'Add' }),
    ).not.toBeInTheDocument();
  });

  it('adds and removes stages', async () => {
    const one = { environment: 'dev', regions: ['us-east-1'] };
    const onChange = render({ value: [one] });
    await userEvent.click(await screen.findByRole('button', { name: 'Add' }));
    expect(onChange).toHaveBeenLastCalledWith([
      one,
      { environment: '', regions: [] },
    ]);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Remove Place 1' }),
    );
    expect(onChange).toHaveBeenLastCalledWith([
      { environment: '', regions: [] },
    ]);
  });
});
