export { OutputsCard } from './OutputsCard';
