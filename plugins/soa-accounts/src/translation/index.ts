export { soaAccountsTranslationRef } from './soaAccountsTranslationRef';
