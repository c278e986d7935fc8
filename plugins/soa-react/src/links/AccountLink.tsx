import { Text } from '@backstage/ui';
import { EntityLink } from './EntityLink';

/**
 * To an account's page in the catalog: its name, with its id below.
 *
 * @public
 */
export function AccountLink(props: {
  account: { id: string; name?: string; entityRef: string };
}) {
  const { id, name, entityRef } = props.account;
  return (
    <div>
      <EntityLink entityRef={entityRef}>{name ?? id}</EntityLink>
      {name && (
        <div>
          <Text variant="body-small">{id}</Text>
        </div>
      )}
    </div>
  );
}
