export { arnConsoleUrl } from './arnConsoleUrl';
export { ConsoleLink } from './ConsoleLink';
export { OutputValue } from './OutputValue';
export { placementConsoleUrl } from './placementConsoleUrl';
export { useConsoleLink } from './useConsoleLink';
