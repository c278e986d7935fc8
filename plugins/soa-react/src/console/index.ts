export { arnConsoleUrl } from './arnConsoleUrl';
export { ConsoleLink } from './ConsoleLink';
export { placementConsoleUrl } from './placementConsoleUrl';
export { useConsoleLink } from './useConsoleLink';
