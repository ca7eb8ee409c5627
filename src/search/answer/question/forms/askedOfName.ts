import { bears, type Mark, type Rules, ruleFor } from './marks.ts';
import type { AskedOfName } from './plainForms.ts';

/** A day on which it came or went, an amount, or who made it: asked where nothing else is, whatever stands beside. */
const VALUES: Rules<AskedOfName> = [
  [
    undefined,
    bears(
      'why|drawback|advantage|good|case|who|without|usage|workings|works|feature|part|sorts|step|each|made|how|where',
    ),
  ],
  ['ending', bears('ending', 'fate when')],
  ['release', bears('release -fate', 'when origin -fate')],
  ['amount', bears('amount -fate')],
  // `언제 써`: on which occasions.
  ['release', bears('when exists -fate|used|must')],
  ['date', bears('when -fate|used|must')],
  ['maker', bears('maker')],
];

/** What a thing is for, and what one would do without it. */
const REASON = bears('why', 'solves', 'without', 'origin drawback', 'must used|exists');

/** What is asked of its use, or of its troubles, where nobody asks why. */
const OF_USE: Rules<AskedOfName> = [
  ['drawbacks', bears('drawback -advantage|fate')],
  [undefined, bears('drawback')],
  ['cases', bears('case -fate|sorts', 'who|where used -fate|sorts', 'made what -fate|sorts')],
  [undefined, bears('case', 'where used', 'who|setting|made')],
];

/** What becomes of it, what it is good for, how it is used, and what it is made of: one of these is asked, or nothing. */
const GROUPS: readonly Rules<AskedOfName>[] = [
  [['fate', bears('fate', 'time exists|called')]],
  [
    ['advantages', bears('advantage')],
    ['reasons', REASON],
    ['advantages', bears('good what|where|tell|how')],
  ],
  [
    ['usage', bears('usage', 'how exists', 'workings exists', 'works exists how|what|tell')],
    ['workings', bears('workings', 'works how|what|tell')],
  ],
  [
    ['steps', bears('step')],
    ['parts', bears('part')],
    ['features', bears('feature')],
    ['sorts', bears('sorts')],
  ],
];

/** What is asked where none of these is. */
const ELSE: Rules<AskedOfName> = [
  [undefined, bears('when|where|good|called')],
  ['parts', bears('each -meaning|lost')],
  ['definition', bears('meaning', 'interest -exists|how')],
  ['fate', bears('time')],
  ['definition', bears('what|tell|lost -exists|how')],
];

const OF_NOW = bears('time part|step');

/** What words ask of the thing that they name, by the marks that they bear; undefined where that is not clear. */
export function askedBy(borne: ReadonlySet<Mark>): AskedOfName | undefined {
  const marks: ReadonlySet<Mark> = borne.has('used') ? new Set<Mark>([...borne, 'exists']) : borne;
  const [value] = ruleFor(VALUES, marks) ?? [];
  if (value !== undefined) return value;
  const ofUse = REASON(marks) ? undefined : ruleFor(OF_USE, marks);
  if (ofUse !== undefined) return ofUse[0];
  if (OF_NOW(marks)) return undefined;
  const [only, second] = GROUPS.flatMap((rules) => ruleFor(rules, marks)?.[0] ?? []);
  if (only === undefined) return ruleFor(ELSE, marks)?.[0];
  return second === undefined && (only === 'fate' || !marks.has('when')) ? only : undefined;
}
