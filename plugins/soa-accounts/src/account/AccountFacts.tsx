import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { AccountDetails } from '@backstage-soa/plugin-soa-common';
import {
  ConsoleLink,
  EntityLink,
  Fact,
  Facts,
  placementConsoleUrl,
  useConsoleLink,
} from '@backstage-soa/plugin-soa-react';
import { soaAccountsTranslationRef } from '../translation';
import { AccountStateBadge } from '../state/AccountStateBadge';

/** What is known of an account; what is not is said to be so. */
export function AccountFacts({ account }: { account: AccountDetails }) {
  const { t } = useTranslationRef(soaAccountsTranslationRef);
  const linksToConsole = useConsoleLink() !== undefined;
  const { owner, allowedOwners, baseline, organizationalUnitPath } = account;
  const text = (value: string | undefined) => (
    <Text>{value || t('account.notSaid')}</Text>
  );
  const list = (values: readonly string[]) => text(values.join(', '));
  return (
    <Facts>
      <Fact name={t('account.id')}>
        <Text>{account.id}</Text>
      </Fact>
      <Fact name={t('account.state')}>
        <AccountStateBadge state={account.state} />
      </Fact>
      <Fact name={t('account.owner')}>
        {owner ? <EntityLink entityRef={owner} /> : text(undefined)}
      </Fact>
      <Fact name={t('account.environment')}>{text(account.environment)}</Fact>
      <Fact name={t('account.runtimes')}>{list(account.runtimes)}</Fact>
      <Fact name={t('account.regions')}>{list(account.regions)}</Fact>
      <Fact name={t('account.businessUnit')}>{text(account.businessUnit)}</Fact>
      <Fact name={t('account.allowedOwners')}>
        {allowedOwners?.length === 0 && <Text>{t('account.nobody')}</Text>}
        {!allowedOwners && <Text>{t('account.anybody')}</Text>}
        {allowedOwners?.map(ref => (
          <div key={ref}>
            <EntityLink entityRef={ref} />
          </div>
        ))}
      </Fact>
      <Fact name={t('account.organization')}>
        <Text>{account.organizationId}</Text>
      </Fact>
      <Fact name={t('account.organizationalUnit')}>
        <Text>{organizationalUnitPath || t('account.root')}</Text>
      </Fact>
      <Fact name={t('account.baseline')}>
        {baseline ? (
          <>
            <Text>{baseline.version}</Text>
            {baseline.workspace && (
              <div>
                <EntityLink entityRef={baseline.workspace.entityRef}>
                  {baseline.workspace.name}
                </EntityLink>
              </div>
            )}
          </>
        ) : (
          <Text>{t('account.noBaseline')}</Text>
        )}
      </Fact>
      {baseline?.guardrails && (
        <Fact name={t('account.guardrails')}>
          {baseline.guardrails.map(rail => (
            <div key={rail}>
              <Text>{rail}</Text>
            </div>
          ))}
        </Fact>
      )}
      {linksToConsole && (
        <Fact name={t('account.console')}>
          <ConsoleLink
            accountId={account.id}
            destination={placementConsoleUrl({
              region: account.regions[0] ?? 'us-east-1',
              runtime: 'platform',
            })}
          />
        </Fact>
      )}
    </Facts>
  );
}
