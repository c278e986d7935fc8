export { assess } from './assess';
export { AttributionIndex } from './AttributionIndex';
export { AttributionIndexReader } from './AttributionIndexReader';
export type { Inventory } from './AttributionIndexReader';
