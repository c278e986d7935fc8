export { sortByPromotion } from './sortByPromotion';
export { usePromotionOrder } from './usePromotionOrder';
