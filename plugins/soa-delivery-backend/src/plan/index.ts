export { planSchema } from './planSchema';
export { readPlanSettings } from './readPlanSettings';
export type { ResolvedStage, ResolvedWave } from './ResolvedStage';
export { resolvePlan } from './resolvePlan';
export type { PlanSettings, WrittenPlan } from './resolvePlan';
