import { PLACEMENT_STATES } from '@backstage-soa/plugin-soa-common';
import { placementOf } from '../__testUtils__/placementOf';
import { worstFirst } from './worstFirst';

describe('worstFirst', () => {
  it('has what drifted before what is not known, and what is well last', () => {
    const items = PLACEMENT_STATES.map(state => placementOf({ state }));
    expect(worstFirst(items).map(({ state }) => state)).toEqual([
      'drifted',
      'missing-workspace',
      'undeclared',
      'not-applied',
      'unknown',
      'in-sync',
    ]);
  });

  it('leaves the order of what is alike', () => {
    const items = ['eu-west-1', 'us-east-1'].map(region =>
      placementOf({ region }),
    );
    expect(worstFirst(items)).toEqual(items);
  });
});
