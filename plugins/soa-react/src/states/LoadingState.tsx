import { Flex, Skeleton } from '@backstage/ui';

/**
 * Something is on its way.
 *
 * @public
 */
export function LoadingState({ label }: { label: string }) {
  return (
    <div role="status" aria-label={label} aria-busy="true">
      <Flex direction="column" gap="2">
        <Skeleton width="100%" height={32} />
        <Skeleton width="100%" height={32} />
        <Skeleton width="60%" height={32} />
      </Flex>
    </div>
  );
}
