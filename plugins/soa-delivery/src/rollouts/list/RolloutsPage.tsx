import { Container, Flex } from '@backstage/ui';
import { MyApprovalsSection } from '../approvals/MyApprovalsSection';
import { PageLinks } from './PageLinks';
import { RolloutsList } from './RolloutsList';

/** What waits for one's approval, and rollouts, of all services or of one. */
export function RolloutsPage(props: { component?: string }) {
  const { component } = props;
  return (
    <Container>
      <Flex direction="column" gap="6" py="4">
        {component === undefined && (
          <>
            <PageLinks />
            <MyApprovalsSection />
          </>
        )}
        <RolloutsList component={component} />
      </Flex>
    </Container>
  );
}
