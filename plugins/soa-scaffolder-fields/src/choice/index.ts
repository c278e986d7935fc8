export { Choices } from './Choices';
export type { Choice } from './Choices';
export { fromOptionOrField } from './fromOptionOrField';
export { OnCard } from './OnCard';
export { isOpenTo } from './isOpenTo';
export { useOpenAccounts } from './useOpenAccounts';
