/** What stands behind any Korean noun: particles, and the copula in its forms. */
export const PARTICLES =
  '들|은|는|이|가|을|를|의|에|에서|에는|엔|에선|도|만|로|으로|랑|이랑|하고|와|과|나|이나|요|야|이야|예요|에요|이에요|이고|고|입니까|입니다|인가|인가요|인지|이지|지|죠|였\\S*|이었\\S*|임|이냐|냐|니|좀|부터|까지|더라|더라고|이더라|라던데|래|이래|인데|데|쪽|용';
/** What stands behind a noun of some length, as it would make another word of a short one: what honours people too. */
const LONGER =
  '중|중에|중에서|님|분들?|께서|여|욤|엿\\S*|이엿\\S*|이셨\\S*|네|라고|이라고|란|이란|라는|이라는|일까|별|대로|마다|짜리|거|꺼|측|쯤|정도';

/**
 * Words of a class, as a pattern. Words in a list have spaces between them.
 * @param nouns Korean ones, with what stands behind them
 * @param beginnings of Korean words
 * @param others as they are
 */
export const words = (
  nouns: string,
  beginnings: string,
  others: string,
  tail = `${PARTICLES}|${LONGER}`,
): RegExp =>
  new RegExp(
    `^(?:${[
      nouns === '' ? '' : `(?:${nouns.replaceAll(' ', '|')})(?:${tail})*`,
      beginnings === '' ? '' : `(?:${beginnings.replaceAll(' ', '|')})[가-힣]{0,5}`,
      others.replaceAll(' ', '|'),
    ]
      .filter((part) => part !== '')
      .join('|')})$`,
    'u',
  );
