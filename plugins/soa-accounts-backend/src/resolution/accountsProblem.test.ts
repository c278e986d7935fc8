import type { SourceState } from '../store';
import { accountsProblem } from './accountsProblem';

const at = new Date(0);
const source = (state: Partial<SourceState> = {}) => ({
  id: 'aws-organizations:1',
  version: '1',
  ...state,
});
const configured = ['1'];

describe('accountsProblem', () => {
  it.each<[string[], RegExp, SourceState[]]>([
    [[], /configured .* ask whoever runs this portal to add one/, []],
    [configured, /have not been read yet: try again/, []],
    [configured, /have not been read yet: try again/, [source()]],
    [configured, /the last attempt failed: ask/, [source({ failedAt: at })]],
    [['2'], /not been read yet/, [source({ readAt: at })]],
    [['1', '2'], /not been read yet/, [source()]],
  ])('says why nobody knows the accounts, case %#', (ids, message, sources) => {
    expect(accountsProblem(ids, sources)).toMatch(message);
  });

  it('says nothing once some have been read, whatever became of others', () => {
    const other = source({ id: 'aws-organizations:2', failedAt: at });
    for (const sources of [
      [source({ readAt: at })],
      [source({ readAt: at }), other],
    ]) {
      expect(accountsProblem(['2', '1'], sources)).toBeUndefined();
    }
  });

  it('says nothing once they have been read, even if that failed later', () => {
    const later = source({ readAt: at, failedAt: at });
    expect(accountsProblem(configured, [later])).toBeUndefined();
  });
});
