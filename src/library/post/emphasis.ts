import type { PhrasingContent } from 'mdast';

type Token = { readonly mark: true } | { readonly mark: false; readonly node: PhrasingContent };

function tokens(nodes: readonly PhrasingContent[]): Token[] {
  return nodes.flatMap((node): Token[] => {
    if (node.type !== 'text' || !node.value.includes('**')) return [{ mark: false, node }];
    return node.value.split(/(\*\*)/u).flatMap((value): Token[] => {
      if (value === '') return [];
      return value === '**' ? [{ mark: true }] : [{ mark: false, node: { ...node, value } }];
    });
  });
}

function startsTight(token: Token | undefined): boolean {
  if (token === undefined || token.mark) return false;
  return token.node.type !== 'text' || /^\S/u.test(token.node.value);
}

function endsTight(token: Token | undefined): boolean {
  if (token === undefined || token.mark) return false;
  return token.node.type !== 'text' || /\S$/u.test(token.node.value);
}

/**
 * Restores bold text that CommonMark rejects: it does not close `**"이것"**은`, because a letter follows the quotation
 * mark; kramdown, which most such blogs use, does. Unpaired asterisks stay text.
 */
export function repairBold(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const list = tokens(nodes);
  const out: PhrasingContent[] = [];
  let at = 0;
  while (at < list.length) {
    const token = list[at];
    if (token === undefined) break;
    if (!token.mark) {
      out.push(token.node);
      at += 1;
      continue;
    }
    const close = startsTight(list[at + 1])
      ? list.findIndex((other, index) => index > at + 1 && other.mark && endsTight(list[index - 1]))
      : -1;
    if (close < 0) {
      out.push({ type: 'text', value: '**' });
      at += 1;
      continue;
    }
    const inside = list.slice(at + 1, close).map((part): PhrasingContent => {
      return part.mark ? { type: 'text', value: '**' } : part.node;
    });
    out.push({ type: 'strong', children: inside });
    at = close + 1;
  }
  return mergeText(out);
}

/** Merges adjacent text nodes. */
export function mergeText(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const out: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = out.at(-1);
    if (node.type === 'text' && last?.type === 'text') {
      out[out.length - 1] = { ...last, value: last.value + node.value };
    } else if (node.type !== 'text' || node.value !== '') {
      out.push(node);
    }
  }
  return out;
}
