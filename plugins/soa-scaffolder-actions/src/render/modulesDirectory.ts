import { existsSync } from 'node:fs';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';

const PACKAGE = '@backstage-soa/plugin-scaffolder-backend-module-soa';

/** Where the Terraform modules are: packed with this package, or beside it in its repository. */
export function modulesDirectory(config: RootConfigService): string {
  const configured = config.getOptionalString('soa.terraform.modulesDirectory');
  if (configured) {
    if (!existsSync(configured)) {
      throw new InputError(
        `soa.terraform.modulesDirectory is "${configured}", and there is no such folder: name the one that holds the Terraform modules, or leave it out`,
      );
    }
    return configured;
  }
  const packed = resolvePackagePath(PACKAGE, 'terraform-modules');
  return existsSync(packed)
    ? packed
    : resolvePackagePath(PACKAGE, '../../terraform/modules');
}
