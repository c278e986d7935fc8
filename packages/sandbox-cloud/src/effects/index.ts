export type { EffectContext } from './EffectContext';
export { effectsOf } from './effects';
export type { Effects } from './effects';
export { refreshCalls } from './refreshCalls';
export { CALL_SPACING_MS, runRecords } from './runRecords';
