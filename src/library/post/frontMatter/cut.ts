/**
 * The block between the mark that a text begins with and the one that closes it, without the format that the first line
 * may name, and what stands behind it; as `gray-matter` cuts it.
 */
export function cutAt(
  source: string,
  open: string,
  close: string,
): { readonly block: string; readonly content: string } {
  const rest = source.slice(open.length);
  // A longer row of marks opens nothing.
  if (rest.startsWith(open.slice(-1))) return { block: '', content: source };
  const line = rest.slice(0, Math.max(0, rest.indexOf('\n')));
  const named = line.trim() === '' ? rest : rest.slice(line.length);
  const end = `\n${close}`;
  const at = named.indexOf(end);
  if (at < 0) return { block: named, content: '' };
  return { block: named.slice(0, at), content: named.slice(at + end.length).replace(/^\n/u, '') };
}
