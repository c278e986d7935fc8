export { createEnsureProjectAction } from './ensureProject';
export { createEnsureWorkspacesAction } from './ensureWorkspaces';
export { createFindRepositoryAction } from './findRepository';
export { createRegisterComponentAction } from './registerComponent';
export { createRenderTerraformAction } from './renderTerraform';
export { createResolveConsumesAction } from './resolveConsumes';
export { createResolvePlacementsAction } from './resolvePlacements';
export { createStartRolloutAction } from './startRollout';
