export { addPlacements } from './addPlacements';
export { settingsInput, settingsOf } from './settingsInput';
