export { isUnanswered } from './isUnanswered';
export { unlessUnanswered } from './unlessUnanswered';
export { untilAnswered } from './untilAnswered';
