export { ReadableEntities } from './ReadableEntities';
