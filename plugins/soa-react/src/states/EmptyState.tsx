import { Flex, Text } from '@backstage/ui';

/**
 * There is nothing, and that is all right.
 *
 * @public
 */
export function EmptyState(props: { title: string; description: string }) {
  return (
    <Flex direction="column" gap="1" py="6" align="center">
      <Text variant="title-x-small">{props.title}</Text>
      <Text color="secondary">{props.description}</Text>
    </Flex>
  );
}
