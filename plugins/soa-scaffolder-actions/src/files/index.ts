export type { FileTree } from './FileTree';
export { readFileTree } from './readFileTree';
export { writeFileTree } from './writeFileTree';
