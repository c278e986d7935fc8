export { Choices } from './Choices';
export type { Choice } from './Choices';
export { fromOptionOrField } from './fromOptionOrField';
export { NotOnOffer } from './NotOnOffer';
export { OnCard } from './OnCard';
export { isOpenTo } from './isOpenTo';
export { useOpenAccounts } from './useOpenAccounts';
export { whyNot } from './whyNot';
export type { WhyNot } from './whyNot';
