const decoders = new Map<string, TextDecoder>();

/** A decoder takes longer to make than a post to decode. */
function decoderOf(encoding: string): TextDecoder {
  const known = decoders.get(encoding);
  if (known !== undefined) return known;
  const made = new TextDecoder(encoding, { fatal: true });
  decoders.set(encoding, made);
  return made;
}

/** Decodes a file as UTF-8, else as UTF-16 by its byte-order mark, else as EUC-KR, the encoding of old Korean posts. */
export function decodeText(
  bytes: Uint8Array,
): { readonly text: string; readonly encoding: string } | undefined {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined;
  for (const encoding of utf16 ? [utf16] : ['utf-8', 'euc-kr']) {
    try {
      return { text: decoderOf(encoding).decode(bytes), encoding };
    } catch {
      // Invalid in this encoding: try the next.
    }
  }
  return undefined;
}

/** Text with `\n` line ends and in NFC, without a byte-order mark and lone surrogates. */
export function tidyText(text: string): string {
  return text
    .replace(/^\ufeff/u, '')
    .replace(/\r\n?/gu, '\n')
    .toWellFormed()
    .normalize('NFC');
}
