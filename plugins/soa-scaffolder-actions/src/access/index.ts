export { describeAccess, wouldBe } from './describeAccess';
