export { branchName } from './branchName';
export type { Change } from './Change';
export { changed } from './changed';
export { inMarkdown } from './inMarkdown';
export { changeOutputs } from './outputs';
export { writeChanges } from './writeChanges';
