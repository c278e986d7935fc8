export { Choices } from './Choices';
export type { Choice } from './Choices';
export { fromOptionOrField } from './fromOptionOrField';
export { isOpenTo } from './isOpenTo';
export { useOpenAccounts } from './useOpenAccounts';
