export { Journal } from './Journal';
export { State } from './State';
