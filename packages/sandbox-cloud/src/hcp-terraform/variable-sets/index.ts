export { VariableSets } from './VariableSets';
