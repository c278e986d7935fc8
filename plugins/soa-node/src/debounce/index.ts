export { Debouncer } from './Debouncer';
export { triggerSoon } from './triggerSoon';
