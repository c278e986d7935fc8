import { createHash } from 'node:crypto';
import { readChecksums, writeChecksums } from './checksums';

describe('checksums', () => {
  it('are read as they were written', () => {
    const text = writeChecksums({ 'main.tf': 'b', 'modules/x/a.tf': 'a' });
    expect(text.split('\n')[0]).toBe(
      `${createHash('sha256').update('b').digest('hex')}  main.tf`,
    );
    expect([...readChecksums(text).keys()]).toEqual([
      'infra/main.tf',
      'infra/modules/x/a.tf',
    ]);
  });

  it('name nothing outside of infra/', () => {
    const sum = '0'.repeat(64);
    expect([
      ...readChecksums(
        `${sum}  ../x\n${sum}  a/../../x\n${sum}  /etc/x\nno checksum\n${sum}  a//b\r\n${sum} *ok.tf\r\n`,
      ).keys(),
    ]).toEqual(['infra/ok.tf']);
  });
});
