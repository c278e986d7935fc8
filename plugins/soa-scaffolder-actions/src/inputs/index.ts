export { componentRefInput } from './componentRefInput';
export { consumesInput } from './consumesInput';
export type { ConsumedService } from './consumesInput';
export { durationInput, durationMs } from './durationInput';
export { groupRefInput } from './groupRefInput';
export { placementInput, placementsInput } from './placementInput';
export { serviceNameInput } from './serviceNameInput';
export { stageInput } from './stageInput';
export { validateInput } from './validateInput';
