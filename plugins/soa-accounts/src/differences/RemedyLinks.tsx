import { Flex, Link } from '@backstage/ui';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { workspaceEntityRef } from '@backstage-soa/plugin-soa-common';
import type { PlacementItem } from '@backstage-soa/plugin-soa-common';
import { EntityLink, ExternalLink } from '@backstage-soa/plugin-soa-react';
import type { ReactNode } from 'react';
import { serviceName } from '../filters';
import { rolloutsRouteRef, templateRouteRef } from '../routes';
import { soaAccountsTranslationRef } from '../translation';
import type { Difference } from './Difference';
import { organizationsConsole } from './organizationsConsole';
import { leadsTo, REMEDIES } from './remedies';
import type { RemedyPlace } from './remedies';

/** Where something can be done about a difference. */
export function RemedyLinks({ difference }: { difference: Difference }) {
  const places = REMEDIES[difference.kind];
  return (
    <Flex direction="column" gap="1">
      {places.map(place =>
        'item' in difference ? (
          leadsTo(place, difference.item) && (
            <PlacementLink key={place} place={place} item={difference.item} />
          )
        ) : (
          <AccountPlaceLink key={place} place={place} of={difference.account} />
        ),
      )}
    </Flex>
  );
}

function PlacementLink(props: { place: RemedyPlace; item: PlacementItem }) {
  const { place, item } = props;
  const { componentRef, workspace } = item;
  const { t } = useTranslationRef(soaAccountsTranslationRef);
  const rollouts = useRouteRef(rolloutsRouteRef);
  const name = serviceName(componentRef);
  switch (place) {
    case 'workspace':
      return workspace ? (
        <EntityLink entityRef={workspaceEntityRef(workspace.id)}>
          {t('remedy.toWorkspace', { name: workspace.name })}
        </EntityLink>
      ) : null;
    case 'rollouts':
      return rollouts ? (
        <Link
          href={`${rollouts()}?${new URLSearchParams({
            service: componentRef,
          })}`}
        >
          {t('remedy.toRollouts', { name })}
        </Link>
      ) : null;
    case 'repair':
    case 'add-environment':
      return (
        <TemplateLink name={place} values={{ component: componentRef }}>
          {t(`remedy.${place}`, { name })}
        </TemplateLink>
      );
    default:
      return (
        <EntityLink entityRef={componentRef}>
          {t('remedy.toService', { name })}
        </EntityLink>
      );
  }
}

function AccountPlaceLink(props: {
  place: RemedyPlace;
  of: Extract<Difference, { account: unknown }>['account'];
}) {
  const { place, of } = props;
  const { t } = useTranslationRef(soaAccountsTranslationRef);
  return place === 'tags' ? (
    <ExternalLink href={organizationsConsole(of)}>
      {t('remedy.toTags')}
    </ExternalLink>
  ) : (
    <TemplateLink name="aws-account" values={{ name: of.name }}>
      {t('remedy.aws-account')}
    </TemplateLink>
  );
}

/** To a template, filled in; nothing in an app that has none. */
function TemplateLink(props: {
  name: string;
  values: Record<string, string>;
  children: ReactNode;
}) {
  const { name, values, children } = props;
  const template = useRouteRef(templateRouteRef);
  if (!template) {
    return null;
  }
  const path = template({ namespace: 'default', templateName: name });
  const search = new URLSearchParams({ formData: JSON.stringify(values) });
  return <Link href={`${path}?${search}`}>{children}</Link>;
}
