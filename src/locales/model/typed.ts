/** Words by which people type a time of day; matched without case and spaces. */
export interface TimeWords {
  /** Before noon: beside the time, on either side of it. */
  readonly am: readonly string[];
  readonly pm: readonly string[];
  /** Part of the evening for every hour but twelve, which is midnight. */
  readonly night: readonly string[];
  readonly noon: readonly string[];
  readonly midnight: readonly string[];
  /** Behind the number of hours. */
  readonly hour: readonly string[];
  /** Behind the number of minutes. */
  readonly minute: readonly string[];
  /** In place of thirty minutes. */
  readonly half: readonly string[];
}

/** Words by which people type days of the week; matched without case. */
export interface DayWords {
  /** From Monday on. Latin names may be cut short; names of one letter may be written together. */
  readonly names: readonly [string, string, string, string, string, string, string];
  /** What may stand behind a name, such as the ending of the plural. */
  readonly endings: readonly string[];
  readonly everyDay: readonly string[];
  readonly weekdays: readonly string[];
  readonly weekend: readonly string[];
  /** Between two days: both of them. */
  readonly and: readonly string[];
  /** Between two days: they, and all from one to the other. */
  readonly to: readonly string[];
  /** Behind the last day of such a range. */
  readonly until: readonly string[];
}

/** Words by which people type the number of a session; matched without case. */
export interface NumberWords {
  readonly before: readonly string[];
  readonly behind: readonly string[];
}
