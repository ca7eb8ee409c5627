/** Formulas of TeX as code, in which no letter of theirs is taken for Markdown. */
const DISPLAY =
  /(?<!\\)\$\$((?:(?!\n[ \t]*\n)[\s\S]){1,4000}?)\$\$|\\\\\[((?:(?!\n[ \t]*\n)[\s\S]){1,4000}?)\\\\\]/gu;
const INLINE =
  /(?<![\\$\w])\$(?=[^\s$])([^$\n]*[\\{}_^][^$\n]*)(?<=[^\s$])\$(?![\w$])|\\{2,4}\(\s*([^\n]{1,500}?)\s*\\{2,4}\)|(?<!\\)\\\(\s*((?:(?!\\\))[^\n])*?(?:\\[a-z]{2,}|[\^_{])(?:(?!\\\))[^\n])*?)\s*\\\)/gu;
/** A letter or a short equation between single dollars, in a text that has other formulas. */
const SHORT = /(?<![\\$\w])\$((?=[^\s$]*[A-Za-z])[\w+\-*/=<>()',.|! ]{1,40})(?<=[^\s$])\$(?![\w$])/gu;

function spanOf(formula: string, all: string): string {
  const inside = formula.replace(/\s*\n\s*/gu, ' ').trim();
  return inside === '' || inside.includes('`')
    ? all
    : `\`${inside}\`${'\n'.repeat(all.split('\n').length - 1)}`;
}

/** True for a text that may have formulas. */
export const MAY_HAVE_FORMULAS =
  /\$\$|(?<![\\$\w])\$[^\s$][^$\n]*[\\{}_^][^$\n]*\$|\\\\[([]|\\\([^\n]*[\\^_{]/u;

/** Puts away every formula as code, with as many lines. `hide` makes a text that no later step reads. */
export function maskFormulas(text: string, hide: (piece: string) => string): string {
  let found = false;
  const code = (formula: string, all: string): string => {
    found = true;
    return hide(spanOf(formula, all));
  };
  const rest = text
    .replace(DISPLAY, (all: string, one: string | undefined, other: string | undefined, at: number) => {
      const formula = one ?? other ?? '';
      const before = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
      const after = /^[^\n]*/u.exec(text.slice(at + all.length))?.[0] ?? '';
      // On lines of its own, with its marks on others.
      if (
        /^[ \t]*\n[\s\S]*\n[ \t]*$/u.test(formula) &&
        `${before}${after}`.trim() === '' &&
        !formula.includes('```')
      ) {
        found = true;
        const lines = all.split('\n');
        const last = lines.at(-1) ?? '';
        const indent = /^[ \t]*/u.exec(last)?.[0] ?? '';
        return hide(['```tex', ...lines.slice(1, -1), `${indent}\`\`\``].join('\n'));
      }
      return code(formula, all);
    })
    .replace(INLINE, (all: string, ...groups: (string | undefined)[]) =>
      code(groups.slice(0, 3).find((one) => one !== undefined) ?? '', all),
    );
  return found ? rest.replace(SHORT, (all: string, formula: string) => code(formula, all)) : rest;
}
