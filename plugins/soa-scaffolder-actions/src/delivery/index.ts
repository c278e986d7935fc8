export { isUnanswered } from './isUnanswered';
export { untilAnswered } from './untilAnswered';
