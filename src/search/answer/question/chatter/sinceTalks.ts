/** `… since the talks`: says when something became so, and asks for no talk. */
const SINCE_TALKS =
  /(?<= .*)[\s,]+(?:ever )?(?:since|after) (?:the|that|this|those|these) (?:talks?|sessions?|posts?|summit|event|conference|notes)(?: (?:was|were) \w+)?(?=[\s?.!]*$)/iu;

/** A question without words for the time since the talks: `what became of AutoML since the talks?` → `what became of AutoML?` */
export const withoutSinceTalks = (text: string): string => text.replace(SINCE_TALKS, '');
