export { modulesDirectories } from './modulesDirectories';
export type { TerraformModule } from './TerraformModule';
export { TerraformModules } from './TerraformModules';
export { parseTerraformModule } from './parseTerraformModule';
