export { createEnsureProjectAction } from './ensureProject';
export { createEnsureWorkspacesAction } from './ensureWorkspaces';
export { createRenderTerraformAction } from './renderTerraform';
export { createResolvePlacementsAction } from './resolvePlacements';
export { createStartRolloutAction } from './startRollout';
