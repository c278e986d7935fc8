import { existsSync } from 'node:fs';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { RootConfigService } from '@backstage/backend-plugin-api';

const PACKAGE = '@backstage-soa/plugin-scaffolder-backend-module-soa';

/** Where the Terraform modules are: packed with this package, or beside it in its repository. */
export function modulesDirectory(config: RootConfigService): string {
  const configured = config.getOptionalString('soa.terraform.modulesDirectory');
  if (configured) {
    return configured;
  }
  const packed = resolvePackagePath(PACKAGE, 'terraform-modules');
  return existsSync(packed)
    ? packed
    : resolvePackagePath(PACKAGE, '../../terraform/modules');
}
