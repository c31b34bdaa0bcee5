import { callFailureCode } from './call-failure';
import { readFailure } from './failure';
import { OpenDataError } from './open-data-error';

/** What makes a card follow something: WeChat: framework/open-ability/share/updatable-message.md */
export interface Updatable {
  /** WeChat's activity_id; it lives 24 h. */
  readonly activityId: string;
  readonly templateId: string;
  /** `member_count`, `room_limit`; all values are texts. */
  readonly parameters: readonly { readonly name: string; readonly value: string }[];
}

export interface Arming {
  /** What the cards are to follow; without it they are ordinary ones. */
  readonly updatable?: Updatable | undefined;
  /** The cards of this page followed something until now: an ordinary one must not. */
  readonly followed: boolean;
  /** Whether the page is still in front, and wants just this: the menu is that of the page in front. */
  readonly isWanted: () => boolean;
}

let last: Promise<unknown> = Promise.resolve();

/**
 * Makes the cards of the page in front carry a ticket and, with `updatable`, follow it. WeChat does neither at once: only
 * a card that is shared after this has resolved is sure to (an answer of WeChat's staff). One after the other: of two at
 * once nobody knows which counts. False where it was not wanted any more when its turn came.
 *
 * `isUpdatableMessage: false` is never passed beside `withShareTicket: true`: that takes the ticket away on iOS. A call of
 * its own ends what the cards followed (api/share/wx.updateShareMenu.html).
 *
 * @throws {OpenDataError} `api-unsupported` where the base library has no such menu; `cloud-error`, `timeout`, `network`
 */
export function armShareMenu(arming: Arming): Promise<boolean> {
  const mine = last.then(() => arm(arming));
  last = mine.catch(() => undefined);
  return mine;
}

async function arm({ updatable, followed, isWanted }: Arming): Promise<boolean> {
  if (!isWanted()) return false;
  await ask((callbacks) => wx.showShareMenu({ withShareTicket: true, menus: ['shareAppMessage'], ...callbacks }));
  if (updatable === undefined && !followed) return true;
  if (!isWanted()) return false;
  await ask((callbacks) => wx.updateShareMenu({ ...menuFor(updatable), ...callbacks }));
  return true;
}

function menuFor(updatable: Updatable | undefined) {
  if (updatable === undefined) return { isUpdatableMessage: false };
  const { activityId, templateId, parameters } = updatable;
  const templateInfo = { templateId, parameterList: [...parameters] };
  return { withShareTicket: true, isUpdatableMessage: true, activityId, templateInfo };
}

/** Ms after which WeChat is not going to answer: the next one has to have its turn. */
const PATIENCE_MS = 5_000;

interface Callbacks {
  readonly success: () => void;
  readonly fail: (reason: unknown) => void;
}

const ask = (call: (callbacks: Callbacks) => unknown): Promise<void> =>
  new Promise((resolve, reject) => {
    const fail = (reason: unknown): void => {
      clearTimeout(timer);
      const failure = readFailure(reason);
      const code = reason instanceof TypeError ? 'api-unsupported' : callFailureCode(failure);
      reject(new OpenDataError(code, failure.text, { cause: reason }));
    };
    const success = (): void => {
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(() => fail({ errMsg: 'share menu:fail timeout' }), PATIENCE_MS);
    try {
      call({ success, fail });
    } catch (missing) {
      fail(missing);
    }
  });
