export { OutputsCard } from './OutputsCard';
export { outputText } from './outputText';
