import type { Finding } from '#library/model.ts';
import { type Locale, textsFor } from '#locales/index.ts';

/** A finding in a reader's language; in English, as it was written, where it has no words of its own. */
export const describeFinding = (
  { code, message }: Pick<Finding, 'code' | 'message'>,
  locale: Locale,
): string => textsFor(locale).findings[code]?.(/"([^"]*)"/.exec(message)?.[1] ?? '') ?? message;
