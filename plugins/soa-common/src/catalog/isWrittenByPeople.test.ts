import { isWrittenByPeople } from './isWrittenByPeople';

const from = (location?: string, origin = location) => ({
  metadata: {
    name: '111122223333',
    annotations: {
      ...(location && { 'backstage.io/managed-by-location': location }),
      ...(origin && { 'backstage.io/managed-by-origin-location': origin }),
    },
  },
});

describe('isWrittenByPeople', () => {
  const file = 'url:https://git.example/catalog-info.yaml';

  it.each([
    ['a registered file', file, file],
    ['a file of the portal', 'file:/accounts.yaml', 'file:/accounts.yaml'],
    ['what a file has others read', 'somewhere:else', file],
  ])('knows %s', (_, location, origin) => {
    expect(isWrittenByPeople(from(location, origin))).toBe(true);
  });

  it.each([
    ['the inventory', 'soa-inventory:default'],
    ['another provider', 'aws-organization:url:file:'],
    ['nowhere', undefined],
  ])('takes nothing from %s for written', (_, location) => {
    expect(isWrittenByPeople(from(location))).toBe(false);
  });

  it('takes no entity without annotations for written', () => {
    expect(isWrittenByPeople({ metadata: { name: 'a' } })).toBe(false);
  });
});
