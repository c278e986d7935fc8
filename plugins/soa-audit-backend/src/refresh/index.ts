export { ShardRefresh } from './ShardRefresh';
