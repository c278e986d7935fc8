import type { LoggerService } from '@backstage/backend-plugin-api';

/** Warns of each thing once, and not again at every reading. */
export function warnOnce(
  logger: Pick<LoggerService, 'warn'>,
): (message: string) => void {
  const said = new Set<string>();
  return message => {
    if (!said.has(message)) {
      said.add(message);
      logger.warn(message);
    }
  };
}
