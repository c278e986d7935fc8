import { screen } from '@testing-library/react';
import type { PlacementItem } from '@backstage-soa/plugin-soa-common';
import { ordersEntity } from '../__testUtils__/ordersEntity';
import { renderField } from '../__testUtils__/renderField';
import { Review } from './Review';

const placement = (region: string, key: string) => ({
  environment: 'prod',
  account: '000000000001',
  accountName: 'account-1',
  region,
  runtime: 'ecs-fargate' as const,
  workspace: `acme/orders-${key}`,
  key,
});

const form = {
  name: 'orders',
  owner: 'group:default/team-shop',
  stages: [{ environment: 'prod', regions: ['us-east-1', 'eu-west-1'] }],
  desiredCount: 2,
  waf: true,
  nat: 'none',
};

const uiOptions = {
  runtime: 'ecs-fargate',
  costs: [
    {
      parameter: 'desiredCount',
      title: 'Tasks',
      description: 'Each costs as long as it runs.',
      perPlacement: true,
    },
    {
      parameter: 'waf',
      title: 'Web application firewall',
      description: 'It costs by the month.',
      perPlacement: true,
    },
    { parameter: 'nat', title: 'NAT gateways', description: 'By the hour.' },
  ],
};

describe('Review', () => {
  it('shows only what costs money where a form chooses no places', async () => {
    const resolvePlacements = jest.fn();
    renderField(Review, {
      api: { resolvePlacements },
      form: { waf: true },
      uiOptions: { ...uiOptions, places: false },
    });
    expect(
      await screen.findByText(/Web application firewall/),
    ).toBeInTheDocument();
    expect(screen.queryByText(/Fill in the pages/)).not.toBeInTheDocument();
    expect(resolvePlacements).not.toHaveBeenCalled();
  });

  it('shows what will be made, and what of it costs money', async () => {
    const resolvePlacements = jest.fn(async () => ({
      placements: [
        placement('us-east-1', 'prod-use1'),
        placement('eu-west-1', 'prod-euw1'),
      ],
      problems: [],
    }));
    renderField(Review, { api: { resolvePlacements }, form, uiOptions });

    expect(
      await screen.findByText(/workspace acme\/orders-prod-euw1/),
    ).toBeInTheDocument();
    expect(screen.getByText('2 workspaces will be made')).toBeInTheDocument();
    expect(
      screen.getByText('Tasks: 2 in each placement, 4 in all.'),
    ).toBeInTheDocument();
    expect(
      screen.getByText('Web application firewall: in 2 placements.'),
    ).toBeInTheDocument();
    expect(screen.getByText('It costs by the month.')).toBeInTheDocument();
    expect(screen.queryByText(/NAT/)).not.toBeInTheDocument();
    expect(resolvePlacements).toHaveBeenCalledWith(
      {
        name: 'orders',
        owner: 'group:default/team-shop',
        runtime: 'ecs-fargate',
        stages: form.stages,
      },
      expect.anything(),
    );
  });

  it('speaks of one as of one', async () => {
    renderField(Review, {
      api: {
        resolvePlacements: async () => ({
          placements: [placement('us-east-1', 'prod-use1')],
          problems: [],
        }),
      },
      form,
      uiOptions,
    });
    expect(
      await screen.findByText('1 workspace will be made'),
    ).toBeInTheDocument();
    expect(screen.getByText('Tasks: 2.')).toBeInTheDocument();
    expect(
      screen.getByText('Web application firewall: in 1 placement.'),
    ).toBeInTheDocument();
  });

  it('says why it cannot be made', async () => {
    renderField(Review, {
      api: {
        resolvePlacements: async () => ({
          placements: [],
          problems: [{ input: 'name', message: 'The name is taken.' }],
        }),
      },
      form,
      uiOptions,
    });
    expect(await screen.findByText('The name is taken.')).toBeInTheDocument();
  });

  it('says that the form is not filled in yet', async () => {
    renderField(Review, { api: {}, form: { name: 'orders' }, uiOptions });
    expect(
      await screen.findByText(/Fill in the pages before this one/),
    ).toBeInTheDocument();
  });

  it('says that it could not be found out', async () => {
    renderField(Review, {
      api: {
        resolvePlacements: async () => {
          throw new Error('Too many requests');
        },
      },
      form,
      uiOptions,
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Too many requests',
    );
  });

  it('shows what is added to a service that is there', async () => {
    const resolvePlacements = jest.fn(async () => ({
      placements: [placement('eu-west-1', 'prod-euw1')],
      problems: [],
    }));
    const { stages } = form;
    renderField(Review, {
      api: { resolvePlacements },
      form: { component: 'component:default/orders', stages },
      uiOptions: { componentField: 'component' },
      entity: ordersEntity,
    });
    expect(
      await screen.findByText('1 workspace will be made'),
    ).toBeInTheDocument();
    expect(resolvePlacements).toHaveBeenCalledWith(
      {
        name: 'orders',
        owner: 'group:default/team-shop',
        runtime: 'lambda',
        stages,
        adds: true,
      },
      expect.anything(),
    );
  });

  it('shows what of a service is rolled out to', async () => {
    const listPlacements = jest.fn(
      async () =>
        ['us-east-1', 'eu-west-1'].map(region => ({
          environment: 'prod',
          account: { id: '000000000001' },
          region,
          runtime: 'lambda',
          state: 'in-sync',
        })) as PlacementItem[],
    );
    renderField(Review, {
      api: { listPlacements },
      form: {
        component: 'component:default/orders',
        which: ['prod/000000000001/eu-west-1/lambda'],
      },
      uiOptions: { componentField: 'component', placementsField: 'which' },
      entity: ordersEntity,
    });
    expect(
      await screen.findByText('1 placement will be rolled out to'),
    ).toBeInTheDocument();
    expect(screen.getByText(/eu-west-1/)).toBeInTheDocument();
    expect(screen.queryByText(/us-east-1/)).not.toBeInTheDocument();
  });

  it('says what is lost with a service, and where', async () => {
    const listPlacements = jest.fn(
      async () =>
        ['us-east-1', 'eu-west-1'].map(region => ({
          environment: 'prod',
          account: { id: '000000000001' },
          region,
          runtime: 'lambda',
          state: 'in-sync',
        })) as PlacementItem[],
    );
    renderField(Review, {
      api: { listPlacements },
      form: { component: 'component:default/orders' },
      uiOptions: { componentField: 'component', destroys: true },
      entity: ordersEntity,
    });
    expect(
      await screen.findByText('2 placements will be destroyed'),
    ).toBeInTheDocument();
    expect(screen.getByText(/eu-west-1/)).toBeInTheDocument();
    for (const sentence of [
      /with the data in it/,
      /leaves the catalog/,
      /only after an approval of its own/,
      /Its repository stays/,
    ]) {
      expect(screen.getByText(sentence)).toBeInTheDocument();
    }
  });

  it('wants a service first where it is about one', async () => {
    renderField(Review, {
      api: {},
      form: {},
      uiOptions: { componentField: 'component' },
    });
    expect(
      await screen.findByText('Choose a service first.'),
    ).toBeInTheDocument();
  });
});
