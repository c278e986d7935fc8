/** A clock that goes on only when it is told to. */
export class TestClock {
  constructor(public time = Date.parse('2026-11-20T12:00:00Z')) {}

  readonly now = (): number => this.time;

  pass(milliseconds: number): void {
    this.time += milliseconds;
  }
}
