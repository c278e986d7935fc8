export { assess } from './assess';
export type { AssessmentSettings } from './AssessmentSettings';
export { assessmentVersion } from './assessmentVersion';
export { AttributionIndex } from './AttributionIndex';
export { AttributionIndexReader } from './AttributionIndexReader';
export type { Inventory } from './AttributionIndexReader';
