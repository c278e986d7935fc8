import { anAccount } from '../__testUtils__/organisationOf';
import { organizationsConsole } from './organizationsConsole';

describe('organizationsConsole', () => {
  it.each([
    ['aws', 'console.aws.amazon.com'],
    ['aws-cn', 'console.amazonaws.cn'],
    ['aws-us-gov', 'console.amazonaws-us-gov.com'],
  ])('is in the partition %s', (partition, host) => {
    const account = anAccount({
      id: '000000000001',
      arn: `arn:${partition}:organizations::000000000009:account/o-a/000000000001`,
    });
    expect(organizationsConsole(account)).toBe(
      `https://${host}/organizations/v2/home/accounts/000000000001`,
    );
  });
});
