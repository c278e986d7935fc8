export { fileHostRouter } from './fileHostRouter';
export { Repositories } from './Repositories';
