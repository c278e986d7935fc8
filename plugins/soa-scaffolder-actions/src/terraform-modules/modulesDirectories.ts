import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';

const PACKAGE = '@backstage-soa/plugin-scaffolder-backend-module-soa';

const KEY = 'soa.terraform.modulesDirectory';

/**
 * Where the Terraform modules are: an organisation's own, and those that are packed
 * with this package, or beside it in its repository.
 */
export function modulesDirectories(config: RootConfigService): string[] {
  const packed = resolvePackagePath(PACKAGE, 'terraform-modules');
  const own = existsSync(packed)
    ? packed
    : resolvePackagePath(PACKAGE, '../../terraform/modules');
  const configured = config.getOptionalString(KEY);
  if (!configured) {
    return [own];
  }
  if (!existsSync(configured)) {
    throw new InputError(
      `${KEY} is "${configured}", and there is no such folder: name the one that holds the Terraform modules, or leave it out`,
    );
  }
  const holdsModule = readdirSync(configured).some(name =>
    existsSync(join(configured, name, 'variables.tf')),
  );
  if (!holdsModule) {
    throw new InputError(
      `${KEY} is "${configured}", in which no folder holds a variables.tf: put each module in a folder of its own there, or leave the key out`,
    );
  }
  return [configured, own];
}
