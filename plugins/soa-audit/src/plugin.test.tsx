import { screen } from '@testing-library/react';
import {
  createExtensionTester,
  renderInTestApp,
} from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { facetsOf, orders, pageOf } from './__testUtils__/renderAudit';
import { soaAuditApiRef } from './api';
import type { SoaAuditApi } from './api';
import soaAuditPlugin from '.';

const tab = () => soaAuditPlugin.getExtension('entity-content:soa-audit/audit');

describe('soaAuditPlugin', () => {
  it('asks for the events of the entity whose tab it is', async () => {
    const listEvents = jest.fn(async () => pageOf());
    const getFacets = async () => facetsOf();
    renderInTestApp(
      <EntityProvider entity={orders}>
        {createExtensionTester(tab()).reactElement()}
      </EntityProvider>,
      {
        apis: [
          [
            soaAuditApiRef,
            { listEvents, getFacets } as Partial<SoaAuditApi> as SoaAuditApi,
          ],
        ],
      },
    );
    expect(await screen.findByText('No event found')).toBeInTheDocument();
    expect(listEvents).toHaveBeenCalledWith(
      'component:default/orders',
      expect.objectContaining({ limit: 100 }),
      expect.anything(),
    );
  });

  it('has a tab where something is placed, on accounts and on workspaces', () => {
    const filter = createExtensionTester(tab()).get(
      EntityContentBlueprint.dataRefs.filterFunction,
    )!;
    const resource = { ...orders, kind: 'Resource' };
    expect(filter(orders)).toBe(true);
    expect(filter({ ...resource, spec: { type: 'cloud-account' } })).toBe(true);
    expect(filter({ ...resource, spec: { type: 'terraform-workspace' } })).toBe(
      true,
    );
    expect(filter({ ...resource, spec: { type: 'database' } })).toBe(false);
    expect(filter({ ...orders, spec: { type: 'service' } })).toBe(false);
  });
});
