export { AccountCollatorFactory } from './AccountCollatorFactory';
export { PlacementCollatorFactory } from './PlacementCollatorFactory';
