export { hclString } from './hclString';
