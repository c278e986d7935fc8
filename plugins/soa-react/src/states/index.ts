export { EmptyState } from './EmptyState';
export { ErrorState } from './ErrorState';
export { LoadedContent } from './LoadedContent';
export { LoadingState } from './LoadingState';
