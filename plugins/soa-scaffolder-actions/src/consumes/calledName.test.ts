import { calledName } from './calledName';

describe('calledName', () => {
  it.each([
    ['component:default/payments', 'payments'],
    ['component:shop/Order_Intake.v2', 'order-intake-v2'],
    ['component:default/a--b-', 'a-b'],
  ])('calls %s %s', (ref, name) => {
    expect(calledName(ref)).toBe(name);
  });

  it('refuses what can name no variable', () => {
    expect(() => calledName('component:default/3scale')).toThrow(
      'consumes: no environment variable can be named after component:default/3scale',
    );
  });
});
