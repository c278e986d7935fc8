import { Link, Text } from '@backstage/ui';
import type { AccountDocument } from '@backstage-soa/plugin-soa-common';
import { AccountServices } from './AccountServices';
import { ResultLines } from './ResultLines';
import type { ResultProps } from './ResultProps';

/** A search result: an account, and what runs in it. */
export function AccountResultListItem(props: ResultProps) {
  const { icon, result } = props;
  if (!result) {
    return null;
  }
  const { location, accountId, accountName, ...account } =
    result as typeof result & AccountDocument;
  const { environment, organizationalUnitPath, state } = account;
  return (
    <ResultLines icon={icon}>
      <Link href={location} variant="title-x-small">
        {accountName}
      </Link>
      <Text>
        {[
          accountId,
          environment,
          organizationalUnitPath,
          state !== 'ACTIVE' && state,
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      <AccountServices accountId={accountId} accountName={accountName} />
    </ResultLines>
  );
}
