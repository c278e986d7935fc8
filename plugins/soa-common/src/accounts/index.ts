export type { Account, AccountState, OrganizationalUnit } from './Account';
export { GUARD_RAIL_TYPES } from './AccountDetails';
export type {
  AccountBaseline,
  AccountDetails,
  GuardRail,
  GuardRails,
  GuardRailType,
} from './AccountDetails';
export { allPages } from './allPages';
export type { EstateSummary } from './EstateSummary';
export type { InventoryCompleteness } from './InventoryCompleteness';
export type { Page } from './Page';
export { PLACEMENT_STATES } from './PlacementItem';
export type { PlacementItem, PlacementState } from './PlacementItem';
export type {
  PlacementRefusal,
  PlacementRequest,
  PlacementResolution,
  PlacementStage,
  ResolvedPlacement,
} from './PlacementResolution';
export type {
  Workspace,
  WorkspaceDrift,
  WorkspaceOutput,
  WorkspaceRun,
  WorkspaceWithOutputs,
} from './Workspace';
export { WORKSPACE_RUN_ACTIONS, WORKSPACE_RUN_TYPES } from './WorkspaceRunItem';
export type {
  WorkspaceResource,
  WorkspaceRunAction,
  WorkspaceRunItem,
  WorkspaceRunRequest,
  WorkspaceRuns,
  WorkspaceRunState,
  WorkspaceRunType,
} from './WorkspaceRunItem';
export { isInUnit } from './isInUnit';
