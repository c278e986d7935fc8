export { historicalRuns } from './historicalRuns';
export type { HistoricalRun } from './historicalRuns';
export { history } from './history';
