import type { SearchResult } from '#search/model.ts';
import type { FeedbackKind } from '#store/model.ts';
import type { Store } from '#store/store.ts';

/** Keeps what became of questions; never who asked. */
export interface Feedback {
  /**
   * Keeps it beside everything else: failures are reported, and no reply waits for it.
   * @param order.id of a mark: that of its message, so that a change of mind counts once
   */
  readonly keep: (order: {
    readonly kind: FeedbackKind;
    readonly question: string;
    readonly result: SearchResult;
    readonly guildId: string | undefined;
    readonly id?: string;
  }) => void;
  readonly store: Pick<Store, 'feedback' | 'forgetFeedback' | 'keepsFeedback' | 'setFeedback'>;
  /** Resolves when everything is kept. */
  readonly settle: () => Promise<void>;
}

interface FeedbackOptions {
  readonly store: Store;
  readonly now: () => Temporal.Instant;
  readonly newId: () => string;
  readonly onError: (error: unknown) => void;
}

const LONGEST = 300;

/** The question in one line, without mentions of people, roles and channels. */
const textOf = (question: string): string =>
  question
    .toWellFormed()
    .replace(/<(?:@[!&]?|#)\d+>/g, ' ')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, LONGEST)
    .toWellFormed();

/** The day: a moment would lead to the message, and with it to who asked. */
const dayOf = (instant: Temporal.Instant): Temporal.Instant =>
  instant.toZonedDateTimeISO('UTC').startOfDay().toInstant();

export const createFeedback = ({ store, now, newId, onError }: FeedbackOptions): Feedback => {
  const underWay = new Set<Promise<void>>();
  return {
    store,
    keep: ({ kind, question, result: { passages }, guildId, id = newId() }) => {
      const [nearest] = passages;
      const work = store
        .keepFeedback({
          id,
          at: dayOf(now()),
          kind,
          question: textOf(question),
          nearest: nearest && { session: nearest.session, section: nearest.section },
          guildId,
        })
        .catch(onError)
        .finally(() => underWay.delete(work));
      underWay.add(work);
    },
    settle: async () => {
      await Promise.all(underWay);
    },
  };
};
