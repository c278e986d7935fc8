import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { WorkspaceRunItem } from '@backstage-soa/plugin-soa-common';
import { StateBadge } from '@backstage-soa/plugin-soa-react';
import type { StateTone } from '@backstage-soa/plugin-soa-react';
import { soaAccountsTranslationRef } from '../../translation';

const TONES: Record<WorkspaceRunItem['state'], StateTone> = {
  planning: 'neutral',
  confirming: 'attention',
  applying: 'neutral',
  applied: 'good',
  failed: 'bad',
  canceled: 'neutral',
};

/** How far a run is. */
export function RunStateBadge({ run }: { run: WorkspaceRunItem }) {
  const { t } = useTranslationRef(soaAccountsTranslationRef);
  return (
    <StateBadge tone={TONES[run.state]}>
      {t(`runs.states.${wordOf(run)}`)}
    </StateBadge>
  );
}

/** HCP Terraform has one end for what was applied, and for what needed no applying. */
function wordOf({ state, status, planOnly, hasChanges }: WorkspaceRunItem) {
  if (state !== 'applied' || status === 'applied') {
    return state;
  }
  if (hasChanges === false) {
    return 'unchanged' as const;
  }
  return planOnly ? ('planned' as const) : state;
}
