/** True where one instant lies before another; equal ones do not. */
export const isBefore = (a: Temporal.Instant, b: Temporal.Instant): boolean =>
  Temporal.Instant.compare(a, b) < 0;

/** True where one instant lies after another; equal ones do not. */
export const isAfter = (a: Temporal.Instant, b: Temporal.Instant): boolean => isBefore(b, a);

/** The first of two instants. */
export const earlier = (a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant =>
  isBefore(b, a) ? b : a;

/** The last of two instants. */
export const later = (a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant => (isAfter(b, a) ? b : a);
