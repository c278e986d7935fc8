export { PagingControls } from './PagingControls';
export { usePaging } from './usePaging';
