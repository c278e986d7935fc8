export { soaScaffolderFieldsTranslationRef } from './soaScaffolderFieldsTranslationRef';
