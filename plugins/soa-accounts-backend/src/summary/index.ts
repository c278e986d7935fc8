export { EstateSummaryReader } from './EstateSummaryReader';
