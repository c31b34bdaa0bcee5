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

/**
 * Makes the cards of the page in front carry a ticket and, with `updatable`, follow it. WeChat does neither at once: only
 * a card that is shared after this has resolved is sure to (an answer of WeChat's staff).
 *
 * `isUpdatableMessage: false` is never passed: beside `withShareTicket: true` it takes the ticket away on iOS
 * (api/share/wx.updateShareMenu.html).
 *
 * @throws {OpenDataError} `api-unsupported` where the base library has no such menu; `cloud-error`, `timeout`, `network`
 */
export async function armShareMenu(updatable?: Updatable): Promise<void> {
  await ask((callbacks) => wx.showShareMenu({ withShareTicket: true, menus: ['shareAppMessage'], ...callbacks }));
  if (updatable === undefined) return;
  const { activityId, templateId, parameters } = updatable;
  const templateInfo = { templateId, parameterList: [...parameters] };
  await ask((callbacks) =>
    wx.updateShareMenu({ withShareTicket: true, isUpdatableMessage: true, activityId, templateInfo, ...callbacks }),
  );
}

interface Callbacks {
  readonly success: () => void;
  readonly fail: (reason: unknown) => void;
}

const ask = (call: (callbacks: Callbacks) => unknown): Promise<void> =>
  new Promise((resolve, reject) => {
    const fail = (reason: unknown): void => {
      const failure = readFailure(reason);
      const code = reason instanceof TypeError ? 'api-unsupported' : callFailureCode(failure);
      reject(new OpenDataError(code, failure.text, { cause: reason }));
    };
    try {
      call({ success: resolve, fail });
    } catch (missing) {
      fail(missing);
    }
  });
