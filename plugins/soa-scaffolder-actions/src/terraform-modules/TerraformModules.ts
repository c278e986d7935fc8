import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '@backstage/errors';
import { readFileTree } from '../files';
import { parseTerraformModule } from './parseTerraformModule';
import type { TerraformModule } from './TerraformModule';

/** The Terraform modules in some folders, each in a folder of its own. */
export class TerraformModules {
  /** @param directories - a module of an earlier one goes before its namesakes */
  constructor(private readonly directories: readonly string[]) {}

  /** @throws InputError if there is no such module */
  async get(name: string): Promise<TerraformModule> {
    const directory = /^[a-z][a-z0-9-]*$/.test(name)
      ? this.directories.find(one => isModule(join(one, name)))
      : undefined;
    if (!directory) {
      const names = await this.names();
      throw new InputError(
        `module: there is no Terraform module "${name}"; there are ${names.join(
          ', ',
        )}. Those of soa.terraform.modulesDirectory count, too`,
      );
    }
    return parseTerraformModule(
      name,
      await readFileTree(join(directory, name)),
    );
  }

  async names(): Promise<string[]> {
    const names = await Promise.all(
      this.directories.map(async directory =>
        (
          await readdir(directory)
        ).filter(name => isModule(join(directory, name))),
      ),
    );
    return [...new Set(names.flat())].sort();
  }
}

function isModule(directory: string): boolean {
  return existsSync(join(directory, 'variables.tf'));
}
