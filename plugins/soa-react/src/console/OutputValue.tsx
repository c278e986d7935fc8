import { Text } from '@backstage/ui';
import { ExternalLink } from '../links';
import { arnConsoleUrl } from './arnConsoleUrl';
import { ConsoleLink } from './ConsoleLink';

/**
 * What an output holds: an address as a link, an ARN as one to AWS's console where that
 * has a page for it.
 *
 * @param props - `accountId`: where the console opens what names no account itself
 * @public
 */
export function OutputValue(props: { value: unknown; accountId?: string }) {
  const { value, accountId = '' } = props;
  if (typeof value !== 'string') {
    const isList =
      Array.isArray(value) && value.every(item => typeof item === 'string');
    return <Text>{isList ? value.join(', ') : JSON.stringify(value)}</Text>;
  }
  if (/^https?:\/\//i.test(value)) {
    return <ExternalLink href={value}>{value}</ExternalLink>;
  }
  const page = arnConsoleUrl(value);
  return (
    <Text>
      <ConsoleLink
        accountId={page?.accountId || accountId}
        destination={page?.url}
      >
        {value}
      </ConsoleLink>
    </Text>
  );
}
