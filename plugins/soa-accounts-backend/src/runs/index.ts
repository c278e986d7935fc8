export { asHttpError } from './asHttpError';
export { auditedRequest } from './auditedRequest';
export { RunAccess } from './RunAccess';
export { RunCommands } from './RunCommands';
export { RunFinder } from './RunFinder';
export { RunLists } from './RunLists';
export { toRunItem } from './toRunItem';
