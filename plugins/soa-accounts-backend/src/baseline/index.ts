export { readBaseline } from './readBaseline';
