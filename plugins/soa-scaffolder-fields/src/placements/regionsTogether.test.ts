import { accountOf } from '../__testUtils__/accountOf';
import { regionsTogether } from './regionsTogether';

const west = accountOf('000000000001', { regions: ['us-west-2', 'us-east-1'] });
const east = accountOf('000000000002', { regions: ['us-east-1', 'eu-west-1'] });

const together = (regions: string[], account?: string) =>
  regionsTogether([west, east], { environment: 'prod', regions, account })
    .filter(region => region !== 'global')
    .sort();

describe('regionsTogether', () => {
  it('offers all Regions before one is ticked', () => {
    expect(new Set(regionsTogether([west, east], undefined))).toEqual(
      new Set(['global', 'us-west-2', 'us-east-1', 'eu-west-1']),
    );
  });

  it.each([
    [['us-west-2'], undefined, ['us-east-1', 'us-west-2']],
    [['us-east-1'], west.id, ['us-east-1', 'us-west-2']],
    [['us-west-2', 'eu-west-1'], undefined, []],
  ])('with %s ticked in account %s: %s', (ticked, account, offered) => {
    expect(together(ticked, account)).toEqual(offered);
  });
});
