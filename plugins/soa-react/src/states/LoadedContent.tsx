import type { ReactNode } from 'react';
import type { Loaded } from '../loading';
import { ErrorState } from './ErrorState';
import { LoadingState } from './LoadingState';

/**
 * What has been loaded; before that, that it is on its way; and why a newer
 * value could not be loaded.
 *
 * @public
 */
export function LoadedContent<T>(props: {
  loaded: Loaded<T>;
  /** Read aloud while it is on its way. */
  loading: string;
  /** The title where it could not be loaded. */
  failed: string;
  children: (value: T) => ReactNode;
}) {
  const { loaded, loading, failed, children } = props;
  const { value, error, reload } = loaded;
  return (
    <>
      {error && <ErrorState title={failed} error={error} onRetry={reload} />}
      {value === undefined && !error && <LoadingState label={loading} />}
      {value !== undefined && children(value)}
    </>
  );
}
