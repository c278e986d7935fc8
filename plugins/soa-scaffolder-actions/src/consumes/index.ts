export { calledName } from './calledName';
export { chooseProvider } from './chooseProvider';
export { resolveConsumes } from './resolveConsumes';
