/** The id of the playground's application, unless it is given another one. It stands alone: it is known without loading the rest. */
export const APPLICATION_ID = '1100000000000000000';
