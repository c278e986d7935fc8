import { readSecretKey } from './readSecretKey';

describe('readSecretKey', () => {
  it('takes a long one, without the newline of its file', () => {
    expect(readSecretKey(`${'k'.repeat(32)}\n`, 'a.b')).toBe('k'.repeat(32));
  });

  it('names the key of a short one, and not the secret', () => {
    const read = () => readSecretKey('hush-hush ', 'soa.terraform.key');
    expect(read).toThrow('soa.terraform.key is too short to be a secret');
    expect(read).not.toThrow('hush');
  });
});
