export { soaReactTranslationRef } from './soaReactTranslationRef';
