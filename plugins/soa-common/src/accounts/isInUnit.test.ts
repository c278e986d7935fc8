import { isInUnit } from './isInUnit';

const unit = { organizationId: 'o-1', path: 'Workloads' };

const isIn = (organizationalUnitPath: string, organizationId = 'o-1') =>
  isInUnit({ organizationId, organizationalUnitPath }, unit);

describe('isInUnit', () => {
  it.each(['Workloads', 'Workloads/Prod', 'Workloads/Prod/Shop'])(
    'finds an account of %s in Workloads',
    path => expect(isIn(path)).toBe(true),
  );

  it.each(['', 'Workloads-Old', 'Security/Workloads', 'Work'])(
    'finds none of "%s" there',
    path => expect(isIn(path)).toBe(false),
  );

  it('finds every account of its organisation in a root, and no other', () => {
    const root = { organizationId: 'o-1', path: '' };
    const account = {
      organizationId: 'o-1',
      organizationalUnitPath: 'Any/Unit',
    };
    expect(isInUnit(account, root)).toBe(true);
    expect(isInUnit({ ...account, organizationId: 'o-2' }, root)).toBe(false);
    expect(isIn('Workloads', 'o-2')).toBe(false);
  });
});
