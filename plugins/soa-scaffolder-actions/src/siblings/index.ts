export { settingsOfSiblings } from './settingsOfSiblings';
