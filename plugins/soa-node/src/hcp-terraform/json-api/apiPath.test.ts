import fc from 'fast-check';
import { apiPath } from './apiPath';

describe('apiPath', () => {
  it('encodes parts, and no other', () => {
    expect(apiPath`/organizations/${'a/b?c#d'}/workspaces/${'ü x'}`).toBe(
      '/organizations/a%2Fb%3Fc%23d/workspaces/%C3%BC%20x',
    );
  });

  it.each(['', '.', '..', '\ud800'])('refuses the part "%s"', part => {
    expect(() => apiPath`/runs/${part}/actions`).toThrow(
      `"${part}" cannot be a name or id in HCP Terraform`,
    );
  });

  it('never lets a part lead elsewhere', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), part => {
        fc.pre(part !== '.' && part !== '..');
        const { pathname, search, hash } = new URL(
          apiPath`/api/${part}/end`,
          'http://host',
        );
        expect(pathname.split('/')).toHaveLength(4);
        expect(decodeURIComponent(pathname.split('/')[2])).toBe(part);
        expect(search + hash).toBe('');
      }),
    );
  });
});
