import { Alert } from '@backstage/ui';

/**
 * Why the server did not do what was asked of it; nothing where it did.
 *
 * @public
 */
export function SendError(props: { title: string; error: Error | undefined }) {
  const { title, error } = props;
  // What the server said is the cause of a ResponseError.
  const cause = (error as { cause?: Error } | undefined)?.cause ?? error;
  return (
    <div role="alert">
      {cause && (
        <Alert status="danger" icon title={title} description={cause.message} />
      )}
    </div>
  );
}
