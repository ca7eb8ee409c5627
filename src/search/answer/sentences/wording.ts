import type { AskedFor } from '../question/questionKinds.ts';

const SAYS_WHAT = /(?:입니다|이다|예요|이에요|이란다)[.。)"”’']*$|\b(?:is|are) (?:an?|the)\b/iu;
const GOES_WRONG =
  /때마다|모르|어렵|느리|느려|늦|비싸|부족|모자|깨[지졌짐져]|실패|오래\s?걸|힘들|번거|위험|아무도|\b(?:nobody|every time|too|slow|hard|expensive|breaks?|broke|fail\w*|difficult)\b/iu;
const DENIES = /않|안\s|못[한하해했합]?|없|아니|아닙|\b(?:no|not|never|without|cannot)\b|n't\b|ない|ません/iu;
const REPORTS = /[다라]고|래요|대요|\b(?:said|told|answer\w*)\b|そうです/iu;
const INCLUDES = /[가-힣]도\s|\b(?:even|also|too|still|only)\b/iu;
/** Whatever else is so: `끊겨도`, `몰라도`, `전문가가 아니어도`, `코드 없이`, `without training`. */
const IN_SPITE =
  /[아어여해돼져겨려가와워라쳐]도\s|없이|아니라도|\b(?:without|even (?:if|when|though)|need not|no need)\b|なくても/iu;
/** What can be done, is enough, or is not needed. */
const ALLOWS =
  /[도만]\s(?:됩|된|돼|충분)|필요(?:가|는|도)?\s?없|[가-힣]\s수[는도가]?\s?[있없]|\b(?:can|cannot|must|enough)\b|ことができ/iu;
const ON_CONDITION = /기만|[가-힣]면\s/u;
const BY_ACTING = /부터|뒤에|나[누눠눴]|해결|먼저|대신|으로\s(?:바꾸|바꿔|옮|나누|나눠|묶)/u;

const SOLVES = /해결|고쳤|고친|막았|줄였|바꿨|바꾸|\b(?:fix|solv)|\b(?:instead|switch)/iu;
const GIVES_REASON = /때문|이유[는가]|[라어아]서|거든|니까|\b(?:because|since)\b|ため|ので/iu;
const DATED = /\b(?:19|20)\d\d|\d\s?[월月]|작년|올해|지난|昨年|今年/u;
const LASTED = /동안|\bfor \d/u;
const MOVED = /다가\s|옮[겼긴기]|바[꿨꾸]|뺐|\b(?:moved|switched|replaced)\b/iu;
const IN_BRACKETS = /[(（]/u;
const STATES = /(?:이다|있다|입니다)[.)]*$/u;

/** Each about what it adds to the odds: as a share of the heaviest. */
const WORDINGS: Readonly<Partial<Record<AskedFor, readonly (readonly [wording: RegExp, worth: number])[]>>> =
  {
    definition: [[IN_BRACKETS, 0.7]],
    now: [
      [DATED, 0.7],
      [MOVED, 0.5],
    ],
    why: [
      [GOES_WRONG, 1],
      [GIVES_REASON, 0.5],
      [DATED, -0.5],
      [LASTED, -0.5],
    ],
    how: [
      [ON_CONDITION, 0.2],
      [BY_ACTING, 0.3],
      [SOLVES, 0.6],
      [SAYS_WHAT, -0.6],
    ],
    list: [[STATES, 0.5]],
    yesno: [
      [DENIES, 0.45],
      [REPORTS, 0.4],
      [INCLUDES, 0.25],
      [IN_SPITE, 0.7],
      [ALLOWS, 0.45],
      [SAYS_WHAT, -0.3],
    ],
  };

/**
 * -1 to about 2: how much a sentence is worded as answers to questions of a kind are, whatever it tells. Whether
 * something is so is told by what denies, by what is so in spite of something, and by what can be done or need not be;
 * why something was done by what went wrong; how by what somebody does, not by what something is; what something is with
 * its other name in brackets.
 */
export function wordedFor(sentence: string, kind: AskedFor): number {
  let sum = 0;
  for (const [wording, worth] of WORDINGS[kind] ?? []) if (wording.test(sentence)) sum += worth;
  return sum;
}
