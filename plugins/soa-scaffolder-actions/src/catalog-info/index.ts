export { declaredIn } from './declaredIn';
export { withPlacements } from './withPlacements';
