/** A tag of Liquid that begins, divides or ends a choice. */
const TAG =
  /\{%[-+~]?\s*(if|unless|case|for|elsif|elif|else|when|endif|endunless|endcase|endfor)\b([^%]*?)[-+~]?%\}/gu;
/** A condition on the language of the page or the site. */
const ON_LANGUAGE = /\b(?:page|site)\.(?:lang|locale|language)\b\s*==\s*["']([A-Za-z]{2,3})\b/u;

interface Branch {
  readonly condition: string;
  readonly from: number;
  to: number;
}

interface Choice {
  readonly kind: string;
  readonly branches: Branch[];
}

/** The branch that a reader sees: the one for the language of the post, else the first. */
function chosen({ branches }: Choice, language: string | undefined): Branch | undefined {
  const byLanguage = branches.map(({ condition }) => ON_LANGUAGE.exec(condition)?.[1]?.toLowerCase());
  if (language === undefined || byLanguage.every((one) => one === undefined)) return branches[0];
  const at = byLanguage.indexOf(language.slice(0, 2).toLowerCase());
  return branches[at >= 0 ? at : branches.findIndex(({ condition }) => condition === '')] ?? branches[0];
}

/** Leaves one branch of each choice that Liquid would make, with as many lines as before. `language` is what the front matter states. */
export function oneBranch(prose: string, language: string | undefined): string {
  const open: Choice[] = [];
  const gone: Branch[] = [];
  for (const { 0: tag, 1: word = '', 2: condition = '', index } of prose.matchAll(TAG)) {
    const behind = index + tag.length;
    const choice = open.at(-1);
    if (/^(?:if|unless|case|for)$/u.test(word)) {
      open.push({
        kind: word,
        branches: word === 'case' || word === 'for' ? [] : [{ condition, from: behind, to: behind }],
      });
      continue;
    }
    const last = choice?.branches.at(-1);
    if (last) last.to = index;
    if (!word.startsWith('end')) {
      if (choice && choice.kind !== 'for') choice.branches.push({ condition, from: behind, to: behind });
      continue;
    }
    if (choice === undefined || word !== `end${choice.kind}`) return prose;
    open.pop();
    const kept = chosen(choice, language);
    if (choice.branches.length > 1) gone.push(...choice.branches.filter((branch) => branch !== kept));
  }
  let out = '';
  let at = 0;
  for (const { from, to } of gone.toSorted((a, b) => a.from - b.from)) {
    // Within a branch that is gone already.
    if (from < at) continue;
    out += prose.slice(at, from) + prose.slice(from, to).replace(/[^\n]/gu, '');
    at = to;
  }
  return open.length === 0 ? out + prose.slice(at) : prose;
}
