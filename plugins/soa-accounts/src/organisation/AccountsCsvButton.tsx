import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CsvButton } from '@backstage-soa/plugin-soa-react';
import { soaAccountsTranslationRef } from '../translation';
import type {
  AccountNode,
  OrganisationNode,
  TreeNode,
} from './organisationTree';

/** Has the browser keep the accounts of a tree, one a line. */
export function AccountsCsvButton(props: {
  roots: readonly OrganisationNode[];
}) {
  const { t } = useTranslationRef(soaAccountsTranslationRef);
  return (
    <CsvButton
      name="accounts"
      header={[
        t('column.organization'),
        t('column.organizationalUnit'),
        t('column.accountId'),
        t('column.account'),
        t('column.state'),
        t('column.owner'),
        t('column.environment'),
        t('regions.services'),
        t('regions.placements'),
      ]}
      rows={() =>
        accountsIn(props.roots).map(({ account, services, placements }) => [
          account.organizationId,
          account.organizationalUnitPath,
          account.id,
          account.name,
          account.state,
          account.owner,
          account.environment,
          services.size,
          placements,
        ])
      }
    />
  );
}

function accountsIn(nodes: readonly TreeNode[]): AccountNode[] {
  return nodes.flatMap(node => {
    if (node.kind === 'service') {
      return [];
    }
    return node.kind === 'account' ? [node] : accountsIn(node.children);
  });
}
