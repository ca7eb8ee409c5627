const COLOURS = ['#4654c0', '#5c6069', '#1f7a45', '#a3600b', '#b3363a', '#a8347f'];

/** A round avatar with the initial of a name, as a data URL, so that nothing is fetched. */
export function avatarOf(id: string, name: string): string {
  const colour = COLOURS[Number(BigInt(/^\d+$/.test(id) ? id : '0') % BigInt(COLOURS.length))];
  const [letter = '?'] = [...name.trim()];
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" fill="${colour}"/>` +
    `<text x="20" y="27" font-family="sans-serif" font-size="19" font-weight="600" fill="#fff" text-anchor="middle">` +
    `${escapeXml(letter)}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

/** The app's avatar: a lectern with a page on it. */
export function appAvatar(): string {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" fill="#3d6fb4"/>' +
    '<g fill="none" stroke="#fff" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round">' +
    '<path d="M10 17l20-5 1 4-22 5.500z" fill="#fff"/><path d="M20 19v10"/><path d="M14 30h12"/></g></svg>';
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

function escapeXml(text: string): string {
  return text.replace(/[<>&]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
