export { findRunTriggers } from './findRunTriggers';
export { findTeams } from './findTeams';
export { findVariableSets } from './findVariableSets';
export { HostNotes } from './HostNotes';
export { NOTIFICATIONS, notificationWiring } from './notificationWiring';
export { TeamAccess } from './TeamAccess';
export { VariableSecrets } from './VariableSecrets';
export type { NotificationWiring, Wiring } from './Wiring';
