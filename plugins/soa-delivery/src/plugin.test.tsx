import { screen } from '@testing-library/react';
import {
  createExtensionTester,
  renderInTestApp,
} from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
import { soaDeliveryApiRef } from './api';
import type { SoaDeliveryApi } from './api';
import soaDeliveryPlugin from '.';

const entity = (spec: object) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'orders', namespace: 'default' },
  spec: { ...spec },
});

describe('soaDeliveryPlugin', () => {
  it('has a page at /soa-delivery', () => {
    const page = soaDeliveryPlugin.getExtension('page:soa-delivery');
    expect(page).toBeDefined();
    expect(soaDeliveryPlugin.routes.rollout).toBeDefined();
  });

  it('asks for the rollouts of the component whose tab it is', async () => {
    const listRollouts = jest.fn(async () => ({ items: [] }));
    const tab = soaDeliveryPlugin.getExtension(
      'entity-content:soa-delivery/rollouts',
    );
    renderInTestApp(
      <EntityProvider entity={entity({ placements: [] })}>
        {createExtensionTester(tab).reactElement()}
      </EntityProvider>,
      {
        apis: [
          [
            soaDeliveryApiRef,
            { listRollouts } as Partial<SoaDeliveryApi> as SoaDeliveryApi,
          ],
        ],
      },
    );
    expect(await screen.findByText('No rollout yet')).toBeInTheDocument();
    expect(listRollouts).toHaveBeenCalledWith(
      expect.objectContaining({ component: 'component:default/orders' }),
      expect.anything(),
    );
  });

  it('has a widget for the home page', () => {
    const widget = soaDeliveryPlugin.getExtension(
      'home-page-widget:soa-delivery/my-approvals',
    );
    expect(
      createExtensionTester(widget).get(
        HomePageWidgetBlueprint.dataRefs.widget,
      ),
    ).toMatchObject({
      name: 'SoaMyApprovals',
      title: 'Waiting for my approval',
    });
  });

  it('has a card of sandbox environments only where something is placed', () => {
    const card = soaDeliveryPlugin.getExtension(
      'entity-card:soa-delivery/sandbox-environment',
    );
    const filter = createExtensionTester(card).get(
      EntityCardBlueprint.dataRefs.filterFunction,
    )!;
    expect(filter(entity({ placements: [] }))).toBe(true);
    expect(filter(entity({ type: 'service' }))).toBe(false);
  });

  it('has a tab only where something is placed', () => {
    const tab = soaDeliveryPlugin.getExtension(
      'entity-content:soa-delivery/rollouts',
    );
    const filter = createExtensionTester(tab).get(
      EntityContentBlueprint.dataRefs.filterFunction,
    )!;
    expect(filter(entity({ placements: [] }))).toBe(true);
    expect(filter(entity({ type: 'service' }))).toBe(false);
    expect(filter({ ...entity({ placements: [] }), kind: 'System' })).toBe(
      false,
    );
  });
});
