export { refuseForeignSource } from './refuseForeignSource';
