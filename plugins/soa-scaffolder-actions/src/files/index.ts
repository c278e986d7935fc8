export type { FileTree } from './FileTree';
export { readFileTree } from './readFileTree';
export { withJsonValue } from './withJsonValue';
export { writeFileTree } from './writeFileTree';
