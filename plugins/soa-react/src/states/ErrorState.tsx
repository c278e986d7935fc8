import { Alert, Button } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { soaReactTranslationRef } from '../translation';

/**
 * Something could not be loaded: what, why, and how to try again.
 *
 * @public
 */
export function ErrorState(props: {
  title: string;
  error: Error;
  onRetry: () => void;
}) {
  const { title, error, onRetry } = props;
  const { t } = useTranslationRef(soaReactTranslationRef);
  // What the server said is the cause of a ResponseError.
  const { name, message } = (error as { cause?: Error }).cause ?? error;
  const isForbidden = name === 'NotAllowedError';
  return (
    <div role="alert">
      <Alert
        status={isForbidden ? 'warning' : 'danger'}
        icon
        title={isForbidden ? t('error.forbidden') : title}
        description={message}
        customActions={
          <Button size="small" variant="secondary" onPress={onRetry}>
            {t('error.tryAgain')}
          </Button>
        }
      />
    </div>
  );
}
