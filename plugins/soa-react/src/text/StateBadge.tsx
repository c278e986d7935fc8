import { Text } from '@backstage/ui';

/** @public */
export type StateTone = 'good' | 'bad' | 'attention' | 'neutral';

const LOOK = {
  good: { color: 'success', mark: '●' },
  bad: { color: 'danger', mark: '▲' },
  attention: { color: 'warning', mark: '◆' },
  neutral: { color: 'secondary', mark: '○' },
} as const;

/**
 * A state in words; its colour and mark only underline them.
 *
 * @public
 */
export function StateBadge(props: { tone: StateTone; children: string }) {
  const { color, mark } = LOOK[props.tone];
  return (
    <Text>
      <Text color={color} aria-hidden="true">
        {mark}{' '}
      </Text>
      {props.children}
    </Text>
  );
}
