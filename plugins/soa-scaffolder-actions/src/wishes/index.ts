export { vcsWish } from './vcsWish';
export { resolveWishes } from './resolveWishes';
export type {
  WishedVariable,
  WorkspaceInput,
  WorkspaceWishes,
} from './WorkspaceWishes';
