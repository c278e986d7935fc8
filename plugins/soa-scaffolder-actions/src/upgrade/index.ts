export { moduleIn } from './moduleIn';
export { upgradeModule } from './upgradeModule';
