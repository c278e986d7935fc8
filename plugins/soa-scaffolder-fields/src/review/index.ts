export { Review } from './Review';
export { reviewFieldSchema } from './schema';
