import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { PlacementItem } from '@backstage-soa/plugin-soa-common';
import { renderField } from '../__testUtils__/renderField';
import { ServicePlacementsPicker } from './ServicePlacementsPicker';

const item = (environment: string, rest: Partial<PlacementItem> = {}) =>
  ({
    componentRef: 'component:default/orders',
    environment,
    account: { id: '000000000001', name: 'one', entityRef: '' },
    region: 'us-east-1',
    runtime: 'lambda',
    state: 'in-sync',
    ...rest,
  } as PlacementItem);

const listPlacements = jest.fn(async () => [
  item('prod'),
  item('prod', { region: 'eu-west-1', state: 'undeclared' }),
  item('dev'),
]);

const render = (options: Partial<Parameters<typeof renderField>[1]>) =>
  renderField(ServicePlacementsPicker, {
    api: { listPlacements },
    form: { component: 'component:default/orders' },
    config: { soa: { environments: [{ name: 'dev' }, { name: 'prod' }] } },
    ...options,
  });

describe('ServicePlacementsPicker', () => {
  it('chooses placements that the service declares, in promotion order', async () => {
    const onChange = render({ schema: { type: 'array' } });
    await userEvent.click(
      await screen.findByRole('button', { name: /Placements/ }),
    );
    const options = await screen.findAllByRole('option');
    expect(options.map(({ textContent }) => textContent)).toEqual([
      'dev, us-east-1: one (000000000001), workspace –',
      'prod, us-east-1: one (000000000001), workspace –',
    ]);
    await userEvent.click(options[1]);
    expect(onChange).toHaveBeenLastCalledWith([
      'prod/000000000001/us-east-1/lambda',
    ]);
    expect(listPlacements).toHaveBeenCalledWith(
      { component: 'component:default/orders' },
      expect.anything(),
    );
  });

  it('takes what a link has filled in', async () => {
    render({
      schema: { type: 'array' },
      value: ['prod/000000000001/us-east-1/lambda'],
    });
    expect(
      await screen.findByRole('button', { name: /prod, us-east-1/ }),
    ).toBeInTheDocument();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('chooses an environment', async () => {
    const onChange = render({ uiOptions: { offer: 'environments' } });
    await userEvent.click(
      await screen.findByRole('button', { name: /Placements/ }),
    );
    await userEvent.click(await screen.findByRole('option', { name: 'prod' }));
    expect(onChange).toHaveBeenLastCalledWith('prod');
  });

  it('wants a service first', async () => {
    render({ form: {} });
    expect(
      await screen.findByText('Choose a service first.'),
    ).toBeInTheDocument();
  });
});
