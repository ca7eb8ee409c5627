let isPackage = false;
let sample: string | undefined;

/**
 * Called by the command `lectern`, before any other part of the program is loaded.
 * @param samplePosts the folder with the posts that come along, shown where nothing says what else to show
 */
export const calledAsCommand = (samplePosts: string | undefined): void => {
  isPackage = true;
  sample = samplePosts;
};

/** The posts that come along, where the command `lectern` is to show them. */
export const samplePosts = (): string | undefined => sample;

/** How a part of the program is called, for what is told of its usage: `lectern check`, or `npm run check --`. */
export const invocation = (
  part: 'start' | 'check' | 'ask' | 'backup' | 'restore' | 'gaps',
  flags = '',
): string => {
  if (isPackage) return `lectern ${part}`;
  return part === 'start' ? 'npm start --' : `npm run ${flags}${part} --`;
};
