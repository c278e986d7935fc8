export { TabContent } from './TabContent';
export { TableHead } from './TableHead';
