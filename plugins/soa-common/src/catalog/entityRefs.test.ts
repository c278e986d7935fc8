import { parseEntityRef } from '@backstage/catalog-model';
import {
  accountEntityRef,
  organizationalUnitEntityRef,
  workspaceEntityRef,
} from './entityRefs';

describe('entity references', () => {
  it.each([
    [accountEntityRef('000000000001'), '000000000001'],
    [workspaceEntityRef('ws-AbC123'), 'ws-abc123'],
    [organizationalUnitEntityRef('ou-Ab12-3'), 'ou-ab12-3'],
  ])('%s is one that the catalog knows', (ref, name) => {
    expect(parseEntityRef(ref)).toEqual({
      kind: 'resource',
      namespace: 'default',
      name,
    });
    expect(ref).toBe(ref.toLowerCase());
  });
});
