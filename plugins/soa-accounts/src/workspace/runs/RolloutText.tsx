import { Link } from '@backstage/ui';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { rolloutRouteRef } from '../../routes';
import { soaAccountsTranslationRef } from '../../translation';

/** Words about a rollout, with a link to it where there is a page of it. */
export function RolloutText(props: {
  id: string;
  words: 'runs.ofRollout' | 'runs.dialog.beside' | 'runs.dialog.endsRollout';
}) {
  const { id, words } = props;
  const { t } = useTranslationRef(soaAccountsTranslationRef);
  const path = useRouteRef(rolloutRouteRef);
  const name = path ? (
    <Link href={path({ id })} variant="body-small">
      {id.slice(0, 8)}
    </Link>
  ) : (
    <>{id.slice(0, 8)}</>
  );
  return <>{t(words, { id: name })}</>;
}
