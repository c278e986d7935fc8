export { CursorPaging } from './CursorPaging';
