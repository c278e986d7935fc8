import { execFile } from 'node:child_process';
import { cp } from 'node:fs/promises';
import { resolve } from 'node:path';
import { promisify } from 'node:util';

/** Where the shipped modules are. */
export const MODULES = resolve(__dirname, '../../../../terraform/modules');

/** Real Terraform in a folder that a test owns. */
export function terraformIn(directory: string) {
  return async (...args: string[]): Promise<string> => {
    const { stdout } = await promisify(execFile)('terraform', args, {
      cwd: directory,
      env: { ...process.env, TF_IN_AUTOMATION: '1' },
      maxBuffer: 64 * 1024 * 1024,
    });
    return stdout;
  };
}

/** Copies a shipped module into a folder, as a root module. */
export async function copyModule(
  name: string,
  directory: string,
): Promise<void> {
  await cp(resolve(MODULES, name), directory, { recursive: true });
}
