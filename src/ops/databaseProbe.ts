/** Whether the database can be written. */
export interface DatabaseProbe {
  /** Tries it, and resolves when that is over; never rejects. */
  readonly look: () => Promise<void>;
  /** What is wrong, in a sentence; undefined where nothing is. */
  readonly problem: () => string | undefined;
}

/** Milliseconds for a write; a database that hangs is as good as gone. PostgreSQL is given up sooner, and says more. */
const PATIENCE = 9_000;

interface ProbeOptions {
  /** Writes something; rejects where that is not possible. */
  readonly write: () => Promise<void>;
  readonly after: (milliseconds: number, callback: () => void) => () => void;
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Tries a write, one at a time. */
export const createDatabaseProbe = ({ write, after }: ProbeOptions): DatabaseProbe => {
  let problem: string | undefined;
  let writing: Promise<void> | undefined;
  return {
    look: async () => {
      writing ??= write()
        .then(
          () => {
            problem = undefined;
          },
          (error: unknown) => {
            problem = reasonOf(error);
          },
        )
        .finally(() => {
          writing = undefined;
        });
      const late = Promise.withResolvers<void>();
      const cancel = after(PATIENCE, () => {
        problem = `The database gives no answer within ${PATIENCE / 1_000} s.`;
        late.resolve();
      });
      await Promise.race([writing, late.promise]);
      cancel();
    },
    problem: () => problem,
  };
};
