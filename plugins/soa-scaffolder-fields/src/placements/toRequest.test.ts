import { toRequest } from './toRequest';

const stages = [{ environment: 'prod', regions: ['us-east-1'] }];

describe('toRequest', () => {
  it('asks for what the form says', () => {
    expect(
      toRequest({ name: 'orders', owner: 'group:x', more: 1 }, 'eks', stages),
    ).toEqual({ name: 'orders', owner: 'group:x', runtime: 'eks', stages });
  });

  it.each([
    [{ owner: 'group:x' }, stages],
    [{ name: '', owner: 'group:x' }, stages],
    [{ name: 'orders' }, stages],
    [{ name: 'orders', owner: 'group:x' }, []],
  ])('asks for nothing while %j is not whole', (form, chosen) => {
    expect(toRequest(form, 'eks', chosen)).toBeUndefined();
  });
});
