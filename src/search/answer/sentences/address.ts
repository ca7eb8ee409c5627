const ADDRESS =
  /https?:\/\/|\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|io|dev|ai|co|kr|jp|app|page|me)\b/iu;

/** True for a text with an address on the web in it. */
export const hasAddress = (text: string): boolean => ADDRESS.test(text);
