export { applyVariableSet, withoutVariableSet } from './applyVariableSets';
export { describeEffect } from './describeEffect';
export { ensureAll } from './ensureAll';
export { previewWorkspace, ensureWorkspace } from './ensureWorkspace';
export type { EnsuredWorkspace } from './EnsuredWorkspace';
export { failureOf } from './failureOf';
export { readWorkspaces, refuseForeign } from './reading';
export { wantedWorkspace } from './wanted';
export type { WantedWorkspace } from './wanted';
export {
  findRunTriggers,
  findTeams,
  findVariableSets,
  HostNotes,
  NOTIFICATIONS,
  notificationWiring,
  TeamAccess,
  VariableSecrets,
} from './wiring';
export type { NotificationWiring, Wiring } from './wiring';
export { survey } from './survey';
export type { Survey } from './survey';
