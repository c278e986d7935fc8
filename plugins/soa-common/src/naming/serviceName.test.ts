import { SERVICE_NAME_MAX_LENGTH, serviceNameProblem } from './serviceName';
import { workspaceName } from './workspaceName';

describe('serviceNameProblem', () => {
  it.each(['orders', 'a1', 'order-intake-2', 'a'.repeat(24), 'internals'])(
    'has nothing to say of %s',
    name => {
      expect(serviceNameProblem(name)).toBeUndefined();
    },
  );

  it.each([
    ['', 'The name has 0 characters: use 2 to 24.'],
    ['a', 'The name has 1 characters: use 2 to 24.'],
    ['a'.repeat(SERVICE_NAME_MAX_LENGTH + 1), 'The name has 25 characters'],
    ['Orders', 'Use lower-case letters'],
    ['1orders', 'beginning with a letter'],
    ['orders-', 'ending with a letter or digit'],
    ['order--intake', 'single hyphens'],
    ['orders_v2', 'Use lower-case letters'],
    ['bestellungen-ä', 'Use lower-case letters'],
    ['orders\n', 'Use lower-case letters'],
    ['a${b}', 'Use lower-case letters'],
    ['internal-orders', 'AWS reserves names that begin with "internal-"'],
    ['aws-orders', 'AWS reserves names that begin with "aws-"'],
  ])('says what is wrong with "%s"', (name, problem) => {
    expect(serviceNameProblem(name)).toContain(problem);
  });
});

describe('workspaceName', () => {
  it('is service and key', () => {
    expect(workspaceName('orders', 'prod-use1')).toBe('orders-prod-use1');
  });
});
