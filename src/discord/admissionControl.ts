import type { Logger } from '../log.ts';
import type { StartTimer } from './timer.ts';

/** What there is still time for: the whole answer, a word that it is busy, or nothing that Discord would take. */
export type TimeLeft = 'answer' | 'word' | 'none';

/** An interaction whose turn has come. */
export interface Turn {
  readonly timeLeft: TimeLeft;
  /** Milliseconds since it arrived. */
  readonly age: number;
  /** The answer is made and has to be sent alone: another one may be made. */
  readonly made: () => void;
  /** Lets the next one in: Discord waits for nothing more of this one, though it goes on. */
  readonly yieldPlace: () => void;
}

/** Lets in as many interactions at a time as can be answered in time. */
export interface AdmissionControl {
  /**
   * Runs work as soon as there is a place for it; resolves when it is done.
   * @param first goes before all that is not: completion is of no use later
   */
  readonly admit: (first: boolean, work: (turn: Turn) => Promise<void>) => Promise<void>;
}

interface AdmissionControlOptions {
  readonly after: StartTimer;
  /** Milliseconds of a monotonic clock. */
  readonly elapsed: () => number;
  readonly log: Logger;
}

/** Each place is a connection to Discord at most: more at once make all of them slower. */
const PLACES = 100;
/** Answers that are made at a time: making takes the processor, and many at once would all be late. */
const MAKING = 4;
/** Milliseconds after which an interaction is answered with "busy", and after which Discord would accept no answer. */
const WORD_AFTER = 1_500;
const NONE_AFTER = 2_500;
/** Milliseconds that are summed up in one line of the log. */
const SUMMED_UP = 5_000;

const timeLeftAt = (age: number): TimeLeft =>
  age > NONE_AFTER ? 'none' : age > WORD_AFTER ? 'word' : 'answer';

/** A FIFO queue, in constant time. */
const createQueue = () => {
  let items: (() => void)[] = [];
  let next = 0;
  return {
    push: (item: () => void) => void items.push(item),
    take: (): (() => void) | undefined => {
      const item = items[next];
      next += 1;
      if (next >= items.length) {
        items = [];
        next = 0;
      }
      return item;
    },
  };
};

/** Sheds load: where not all can be answered in time, some are, and the others are told so, instead of all being late. */
export const createAdmissionControl = ({
  after,
  elapsed,
  log,
}: AdmissionControlOptions): AdmissionControl => {
  const first = createQueue();
  const rest = createQueue();
  let taken = 0;
  let making = 0;
  let shed: Record<Exclude<TimeLeft, 'answer'>, number> | undefined;

  const count = (timeLeft: TimeLeft): void => {
    if (timeLeft === 'answer') return;
    if (shed === undefined) {
      shed = { word: 0, none: 0 };
      after(SUMMED_UP, () => {
        log.warn(
          { toldBusy: shed?.word, unanswered: shed?.none },
          'more interactions arrived than can be answered in time',
        );
        shed = undefined;
      });
    }
    shed[timeLeft] += 1;
  };

  let isFilling = false;

  /**
   * One at a time, and before each all that has arrived is read: what waits in the socket meanwhile would be taken for
   * young when it is old.
   */
  const fill = (): void => {
    if (isFilling) return;
    isFilling = true;
    setImmediate(() => {
      isFilling = false;
      if (taken >= PLACES || making >= MAKING) return;
      const start = first.take() ?? rest.take();
      if (start === undefined) return;
      taken += 1;
      making += 1;
      start();
      fill();
    });
  };

  return {
    admit: async (isFirst, work) => {
      const arrived = elapsed();
      const turn = Promise.withResolvers<void>();
      (isFirst ? first : rest).push(turn.resolve);
      fill();
      await turn.promise;
      let makes = true;
      let holds = true;
      const made = (): void => {
        if (!makes) return;
        makes = false;
        making -= 1;
        fill();
      };
      const yieldPlace = (): void => {
        made();
        if (!holds) return;
        holds = false;
        taken -= 1;
        fill();
      };
      const age = elapsed() - arrived;
      const timeLeft = timeLeftAt(age);
      count(timeLeft);
      if (timeLeft !== 'answer') made();
      try {
        await work({ timeLeft, age, made, yieldPlace });
      } finally {
        yieldPlace();
      }
    },
  };
};
