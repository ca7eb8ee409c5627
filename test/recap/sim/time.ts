import type { Clock } from '#recap/time/clock.ts';

interface Timer {
  readonly due: number;
  readonly callback: () => void;
}

/** Time moved by hand. Real time only goes forward; what the wall clock shows may be off, and processes may sleep. */
export class SimTime {
  #real: number;
  /** Milliseconds that processes have slept. */
  #asleep = 0;
  #timers: Timer[] = [];
  /** Milliseconds that the wall clock is ahead of real time. */
  offset = 0;

  constructor(start: Temporal.Instant) {
    this.#real = start.epochMilliseconds;
  }

  get real(): Temporal.Instant {
    return Temporal.Instant.fromEpochMilliseconds(this.#real);
  }

  readonly clock: Clock = {
    now: () => Temporal.Instant.fromEpochMilliseconds(this.#real + this.offset),
    monotonic: () => this.#real - this.#asleep,
    after: (milliseconds, callback) => {
      const timer = { due: this.#real + Math.max(0, Math.ceil(milliseconds)), callback };
      this.#timers.push(timer);
      return () => {
        this.#timers = this.#timers.filter((other) => other !== timer);
      };
    },
  };

  sleep(milliseconds: number): Promise<void> {
    return new Promise((resolve) => this.clock.after(milliseconds, resolve));
  }

  /** Lets everything run that waits for nothing but promises. */
  async settle(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
  }

  /** Runs real time forward, timer by timer. */
  async run(milliseconds: number): Promise<void> {
    const end = this.#real + milliseconds;
    await this.settle();
    for (;;) {
      const next = this.#timers.reduce<Timer | undefined>(
        (first, timer) => (timer.due <= end && (!first || timer.due < first.due) ? timer : first),
        undefined,
      );
      if (next === undefined) break;
      this.#timers = this.#timers.filter((timer) => timer !== next);
      this.#real = Math.max(this.#real, next.due);
      next.callback();
      await this.settle();
    }
    this.#real = end;
    await this.settle();
  }

  /** The machine sleeps: the world goes on, the wall clock with it, but nothing runs and monotonic time stands still. */
  async suspend(milliseconds: number): Promise<void> {
    this.#real += milliseconds;
    this.#asleep += milliseconds;
    this.#timers = this.#timers.map((timer) => ({ ...timer, due: timer.due + milliseconds }));
    await this.settle();
  }
}
