export { NameConfirmation } from './NameConfirmation';
export { nameConfirmationFieldSchema } from './schema';
export { validateNameConfirmation } from './validateNameConfirmation';
