export { mayBeGlobal } from './mayBeGlobal';
export { RUNTIMES, isRuntime } from './runtimes';
export type { Runtime } from './runtimes';
