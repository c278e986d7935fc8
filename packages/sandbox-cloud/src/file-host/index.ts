export { catalogRouter } from './catalogRouter';
export { fileHostRouter } from './fileHostRouter';
export { Repositories } from './Repositories';
