import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { MODULE_NAMES } from './RuntimeModule';

const PACKAGE = '@backstage-soa/plugin-scaffolder-backend-module-soa';

const KEY = 'soa.terraform.modulesDirectory';

/** Where the Terraform modules are: packed with this package, or beside it in its repository. */
export function modulesDirectory(config: RootConfigService): string {
  const configured = config.getOptionalString(KEY);
  if (configured) {
    if (!existsSync(configured)) {
      throw new InputError(
        `${KEY} is "${configured}", and there is no such folder: name the one that holds the Terraform modules, or leave it out`,
      );
    }
    const missing = MODULE_NAMES.find(
      name => !existsSync(join(configured, name, 'variables.tf')),
    );
    if (missing) {
      throw new InputError(
        `${KEY} is "${configured}", which holds no ${missing}/variables.tf: put a module with the variables and outputs of ${PACKAGE}'s own there, or leave the key out`,
      );
    }
    return configured;
  }
  const packed = resolvePackagePath(PACKAGE, 'terraform-modules');
  return existsSync(packed)
    ? packed
    : resolvePackagePath(PACKAGE, '../../terraform/modules');
}
