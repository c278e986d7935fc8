import { EntityLink } from './EntityLink';

/**
 * To an account's page in the catalog: its name, and its id where they differ.
 *
 * @public
 */
export function AccountLink(props: {
  account: { id: string; name?: string; entityRef: string };
}) {
  const { id, name, entityRef } = props.account;
  return (
    <EntityLink entityRef={entityRef}>
      {name ? `${name} (${id})` : id}
    </EntityLink>
  );
}
