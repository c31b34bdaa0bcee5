import { LATE, within } from '../within';

/** What the page says of a card that is shared from it (reference/api/Page.html#onShareAppMessage-Object-object). */
export interface ShareContent {
  readonly title: string;
  /** Of a page, with its query, without a leading slash. */
  readonly path: string;
  readonly imageUrl?: string;
}

/** ms that WeChat waits for `promise`. */
const PATIENCE = 3000;

/**
 * The card that `returned`, the answer of `onShareAppMessage`, describes; `usual` stands in for what it does not say.
 * A `promise` in it counts alone if it resolves within 3 s, else the fields beside it count. Undefined: a promise was
 * rejected, and the share is off (seen on devices, UNCONFIRMED). A handler that returns a Promise itself, as the typings
 * allow, is treated the same (UNCONFIRMED: that the 3 s hold for it as well).
 */
export async function readShareContent(
  returned: unknown,
  usual: ShareContent,
  say: (message: string) => void,
): Promise<ShareContent | undefined> {
  const promise = isPromise(returned) ? returned : field(returned, 'promise');
  const beside = isPromise(returned) ? undefined : returned;
  if (!isPromise(promise)) return fieldsOf(beside, usual, say);
  try {
    const resolved = await within(PATIENCE, promise);
    if (resolved === LATE) say(`onShareAppMessage: its promise took more than ${PATIENCE / 1000} s`);
    return fieldsOf(resolved === LATE ? beside : resolved, usual, say);
  } catch (reason) {
    say(`onShareAppMessage: its promise was rejected, nothing is shared: ${String(reason)}`);
    return undefined;
  }
}

function fieldsOf(given: unknown, usual: ShareContent, say: (message: string) => void): ShareContent {
  const text = (name: keyof ShareContent): string | undefined => {
    const value = field(given, name);
    if (value === undefined || value === null || value === '') return undefined;
    if (typeof value === 'string') return value;
    say(`onShareAppMessage: ${name} should be a string, got ${typeof value}`);
    return undefined;
  };
  const imageUrl = text('imageUrl');
  return {
    title: text('title') ?? usual.title,
    path: (text('path') ?? usual.path).replace(/^\//, ''),
    ...(imageUrl === undefined ? {} : { imageUrl }),
  };
}

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

const isPromise = (value: unknown): value is PromiseLike<unknown> => typeof field(value, 'then') === 'function';
