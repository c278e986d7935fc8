export { resolveWishes } from './resolveWishes';
export type {
  WishedVariable,
  WorkspaceInput,
  WorkspaceWishes,
} from './WorkspaceWishes';
