import { inOrder } from './inOrder';

describe('inOrder', () => {
  it('is the same for all, whatever the order of a database', () => {
    const key = (workspace: string, account = '111122223333') => ({
      organization: 'acme',
      account,
      workspace,
    });
    const sorted = [
      key('a-b', '1'),
      key('A_c'),
      key('a-b'),
      key('a_b'),
      key('ab'),
    ];
    expect(inOrder([...sorted].reverse())).toEqual(sorted);
  });

  it('keeps several changes of one entry in their order', () => {
    const changes = ['b', 'a', 'b', 'a'].map((workspace, index) => ({
      workspace,
      index,
    }));
    expect(inOrder(changes).map(({ index }) => index)).toEqual([1, 3, 0, 2]);
  });
});
