import type { SandboxCloudOptions } from './startSandboxCloud';

const STANDARD_PORT = '7010';
const LARGEST_PORT = 65_535;

/**
 * What the environment says of how to start.
 *
 * @throws if a variable is not a number in its range
 */
export function readSettings(
  env: Readonly<Record<string, string | undefined>>,
): SandboxCloudOptions {
  const number = (variable: string, standard: string, largest: number) => {
    const text = env[variable] || standard;
    const value = Number(text);
    if (!/^\d+$/.test(text) || value > largest) {
      throw new Error(
        `${variable} is "${text}": write a whole number from 0 to ${largest}.`,
      );
    }
    return value;
  };
  return {
    port: number('SOA_SANDBOX_PORT', STANDARD_PORT, LARGEST_PORT),
    dataDirectory: env.SOA_SANDBOX_DATA || undefined,
    speed: number('SOA_SANDBOX_SPEED', '1', 1_000),
    deliveryDelayMs:
      1_000 * number('SOA_SANDBOX_DELIVERY_DELAY_SECONDS', '0', 86_400),
  };
}
