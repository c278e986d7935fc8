export { assess } from './assess';
export type { AssessmentSettings } from './AssessmentSettings';
export { assessmentVersion } from './assessmentVersion';
export { arnsIn } from './arnsIn';
export { AttributionIndex, TASK_ROLE_OUTPUTS } from './AttributionIndex';
export { PartVersion } from './PartVersion';
export { AttributionIndexReader } from './AttributionIndexReader';
export type { Inventory } from './AttributionIndexReader';
