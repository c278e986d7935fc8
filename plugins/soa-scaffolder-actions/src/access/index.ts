export { accessRefusals } from './accessRefusals';
export { describeAccess, wouldBe } from './describeAccess';
