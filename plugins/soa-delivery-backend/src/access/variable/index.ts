export {
  ACCESS_VARIABLE,
  findAccessVariable,
  readAccessMap,
  toAccessVariable,
} from './accessVariable';
export type { AccessMap } from './accessVariable';
export { mergeAccess } from './mergeAccess';
