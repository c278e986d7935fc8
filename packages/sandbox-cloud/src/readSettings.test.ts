import { readSettings } from './readSettings';

describe('readSettings', () => {
  it('has a standard port, keeps nothing and delivers at once', () => {
    expect(readSettings({})).toEqual({
      port: 7010,
      dataDirectory: undefined,
      speed: 1,
      deliveryDelayMs: 0,
    });
  });

  it('reads port, folder and delay', () => {
    expect(
      readSettings({
        SOA_SANDBOX_PORT: '0',
        SOA_SANDBOX_DATA: '/data',
        SOA_SANDBOX_SPEED: '20',
        SOA_SANDBOX_DELIVERY_DELAY_SECONDS: '90',
      }),
    ).toEqual({
      port: 0,
      dataDirectory: '/data',
      speed: 20,
      deliveryDelayMs: 90_000,
    });
  });

  it.each(['seventy', '-1', '1.5', '70000'])('refuses port %s', port => {
    expect(() => readSettings({ SOA_SANDBOX_PORT: port })).toThrow(
      `SOA_SANDBOX_PORT is "${port}": write a whole number from 0 to 65535.`,
    );
  });
});
