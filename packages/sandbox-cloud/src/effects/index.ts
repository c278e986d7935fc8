export type { EffectContext } from './EffectContext';
export { effectsOf } from './effects';
export type { Effects } from './effects';
export { runRecords } from './runRecords';
