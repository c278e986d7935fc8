/**
 * Shows where every service runs.
 *
 * @packageDocumentation
 */

export { soaAccountsPlugin as default } from './plugin';
export { soaAccountsTranslationRef } from './translation';
