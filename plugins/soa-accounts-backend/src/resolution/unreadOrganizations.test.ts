import { unreadOrganizations } from './unreadOrganizations';

const at = new Date(0);
const one = { id: 'aws-organizations:1', version: '1', readAt: at };
const two = { id: 'aws-organizations:2', version: '1' };

describe('unreadOrganizations', () => {
  it('says nothing where all have been read', () => {
    const later = { ...two, readAt: at, failedAt: at };
    expect(unreadOrganizations(['1', '2'], [one, later])).toBeUndefined();
  });

  it('names what has not been read, and whom to ask', () => {
    expect(unreadOrganizations(['1', '2'], [one, two])).toBe(
      'The organisation 2 has not been read yet and may have one: try again in some minutes.',
    );
    const failed = { ...two, failedAt: at };
    expect(unreadOrganizations(['1', '2', '3'], [one, failed])).toBe(
      'The organisations 2, 3 have not been read yet and may have one: ask whoever runs this portal to see why in the log of soa-accounts.',
    );
  });
});
