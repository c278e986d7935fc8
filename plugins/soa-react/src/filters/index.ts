export { FilterGroup } from './FilterGroup';
export { FilterSelect } from './FilterSelect';
export { valuesIn } from './valuesIn';
