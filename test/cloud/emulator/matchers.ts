/** jest's matchers with an honest type. */
export const containing = (text: string): unknown => expect.stringContaining(text);
export const matching = (pattern: RegExp): unknown => expect.stringMatching(pattern);
export const anyOf = (type: unknown): unknown => expect.any(type);
export const including = (fields: object): unknown => expect.objectContaining(fields);
