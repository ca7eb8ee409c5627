import type { AskedOfName } from '../question/forms/plainForms.ts';
import { tellsMaker } from '../question/maker.ts';
import { kindFit } from './fit.ts';

const CAME =
  /출시|발매|공개|나왔|나온|시작|등장|판매|선보|탄생|만들어졌|개발|창립|설립|\b(?:releas\w+|launch\w*|announc\w+|introduc\w+|came out|(?:sale|available|around|offered) since|founded|created|born|started|on sale|sold)\b|発売|公開|登場|リリース|開始/iu;
const WENT =
  /종료|단종|중단|폐지|폐기|바뀌|바뀐|합쳐|합류|이어받|대체|되었|됐|판매|\b(?:ended|retired|renamed|replaced|became|merged|joined|discontinued|deprecated|shut down|closed|no longer|now|since|sold)\b|終了|廃止|改名|統合|なりま|なった/iu;
/** Which talk or part it is, or how many there were: no amount of the thing itself. */
const ORDINAL =
  /(?:첫|두|세|네|다섯|여섯|\d+)\s?번째|\b\d+(?:st|nd|rd|th)\b|\b(?:session|talk|part|day) \d+|(?:두|세|네|다섯|여섯|일곱|여덟|아홉|열|\d+|\b(?:two|three|four|five|six|seven|eight|nine|ten))\s?(?:개\s?)?(?:세션|발표|sessions|talks)/giu;
const isDate = (text: string): boolean => kindFit(text, 'date') > 0;

/** What a sentence holds that tells a value of a thing. */
const VALUES: Readonly<Partial<Record<AskedOfName, (sentence: string) => boolean>>> = {
  release: (text) => isDate(text) && CAME.test(text),
  ending: (text) => isDate(text) && WENT.test(text),
  date: isDate,
  fate: (text) => kindFit(text, 'now') > 0,
  amount: (text) => kindFit(text.replaceAll(ORDINAL, ' '), 'number') > 0,
  maker: tellsMaker,
};

/** True where a value of a thing is asked for. */
export const isValue = (asks: AskedOfName): boolean => VALUES[asks] !== undefined;

/** True where a text about a thing tells the value of it that is asked for. */
export const tellsValue = (asks: AskedOfName, text: string): boolean => VALUES[asks]?.(text) ?? false;

/** True for a heading that begins with a name, and not with a longer one. */
const isHead = (heading: string, name: string): boolean =>
  heading.startsWith(name) && !/^\s?[a-z0-9]/u.test(heading.slice(name.length));

/**
 * True where one of these sentences, which stand under a heading, tells a value of what one of the names means: it
 * names it, follows one that does, or stands under its name.
 * @param names in lower case.
 */
export function tellsValueOf(
  asks: AskedOfName,
  names: readonly string[],
  heading: string,
  sentences: readonly string[],
): boolean {
  const isHeaded = names.some((name) => isHead(heading.toLowerCase(), name));
  return sentences.some((sentence, at) => {
    if (!tellsValue(asks, sentence)) return false;
    const around = `${sentences[at - 1] ?? ''} ${sentence}`.toLowerCase();
    return isHeaded || names.some((name) => around.includes(name));
  });
}
