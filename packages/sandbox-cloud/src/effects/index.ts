export { accessWork, deployRoles, RESOURCES_OF_ENTRY } from './access';
export type { AccessMap, DeployRole } from './access';
export { destroyCalls } from './destroyCalls';
export type { EffectContext } from './EffectContext';
export type { Effects } from './Effects';
export { effectsOf } from './effectsOf';
export { refreshCalls } from './refreshCalls';
export { CALL_SPACING_MS, runRecords } from './runRecords';
