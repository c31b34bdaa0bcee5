/**
 * Every way in which a call can fail, on the phone or in the cloud: a closed list.
 *
 * `sentence` is what the person on the phone reads; `recover` is the way out that a hook offers:
 * `open-setting` WeChat's permission page, `agree-privacy` ask again and WeChat shows its privacy popup,
 * `retry` the same again, `tap` the person has to tap or choose anew, `none` nothing that the person can do.
 * `retryable` says whether the same call may succeed later without anybody changing anything.
 */
export const errorTable = {
  // consent
  'scope-denied': { sentence: '你没有允许使用微信运动步数。', recover: 'open-setting', retryable: false },
  'scope-undeclared': { sentence: '小程序还没有声明使用这项数据，请联系开发者。', recover: 'none', retryable: false },
  'privacy-denied': { sentence: '需要先同意隐私保护指引，才能继续。', recover: 'agree-privacy', retryable: false },
  'privacy-banned': { sentence: '微信暂停了小程序使用这项数据，请稍后再来。', recover: 'none', retryable: false },
  // device
  'werun-unsupported': { sentence: '这台手机不支持微信运动，或还没有开通。', recover: 'retry', retryable: false },
  'api-unsupported': { sentence: '微信版本太旧，请更新微信后再试。', recover: 'none', retryable: false },
  // phone number
  'phone-denied': { sentence: '你没有允许使用手机号，需要时再点一次。', recover: 'tap', retryable: false },
  'phone-no-quota': { sentence: '手机号验证的次数用完了，请直接联系领队报名。', recover: 'none', retryable: false },
  'phone-blocked': {
    sentence: '微信暂时限制了你使用手机号验证，请直接联系领队报名。',
    recover: 'none',
    retryable: false,
  },
  'phone-unavailable': { sentence: '这个小程序还不能使用手机号验证。', recover: 'none', retryable: false },
  'phone-code-expired': { sentence: '这次授权已经过期或用过，请再点一次。', recover: 'tap', retryable: false },
  'phone-code-foreign': { sentence: '这个手机号属于另一个微信账号，请再点一次。', recover: 'tap', retryable: false },
  // profile
  'content-refused': { sentence: '内容没有通过微信的安全检查，换一个再试。', recover: 'tap', retryable: false },
  'file-missing': { sentence: '图片没有上传成功，请再选一次。', recover: 'tap', retryable: false },
  // groups
  'group-left': { sentence: '你已经不在这个群里了。', recover: 'none', retryable: false },
  'group-wrong-scene': { sentence: '请从群聊里的卡片打开。', recover: 'none', retryable: false },
  'group-ticket-expired': { sentence: '这次打开已经过期，请回群里再点一次卡片。', recover: 'none', retryable: false },
  'not-a-member': { sentence: '你还不在这个群的榜里，请从群里的卡片打开。', recover: 'none', retryable: false },
  // album
  'photo-missing': { sentence: '这张照片已经不在了。', recover: 'none', retryable: false },
  'photo-unreadable': { sentence: '这张图片打不开，换一张试试。', recover: 'tap', retryable: false },
  'photos-pending': { sentence: '还有很多照片在审核，等一会儿再加。', recover: 'retry', retryable: true },
  'album-full': { sentence: '你在这个相册里的照片太多了，删掉几张再加。', recover: 'retry', retryable: false },
  // activities
  'activities-full': { sentence: '你约的活动太多了，等有的过了时间再约。', recover: 'retry', retryable: false },
  'activity-missing': { sentence: '这个活动不存在，或已经删除。', recover: 'none', retryable: false },
  'activity-closed': { sentence: '活动已经开始、结束或取消，不能再改了。', recover: 'none', retryable: false },
  'activity-full': { sentence: '名额和候补都满了。', recover: 'none', retryable: false },
  'phone-needed': { sentence: '这个活动要先留手机号，方便领队联系。', recover: 'tap', retryable: false },
  // transport
  network: { sentence: '网络好像断开了，检查一下再试。', recover: 'retry', retryable: true },
  timeout: { sentence: '服务器想得太久了，再试一次吧。', recover: 'retry', retryable: true },
  'rate-limited': { sentence: '操作太频繁，歇一会儿再试。', recover: 'retry', retryable: true },
  'cloud-error': { sentence: '服务器出了点问题，再试一次吧。', recover: 'retry', retryable: true },
  // open data
  'cloudid-limit': { sentence: '一次提交的数据太多了。', recover: 'none', retryable: false },
  'cloudid-invalid': { sentence: '微信没有认出这份数据，请再试一次。', recover: 'retry', retryable: false },
  'cloudid-expired': { sentence: '数据放得太久，已经过期，请再取一次。', recover: 'retry', retryable: true },
  'cloudid-foreign': { sentence: '这份数据不属于当前微信账号。', recover: 'retry', retryable: false },
  'open-data-untrusted': { sentence: '没有通过微信的数据校验，请再试一次。', recover: 'retry', retryable: false },
  'open-data-stale': { sentence: '数据放得太久，已经过期，请再取一次。', recover: 'retry', retryable: true },
  // request
  'unknown-route': { sentence: '小程序版本太旧，请重新打开。', recover: 'none', retryable: false },
  'invalid-input': { sentence: '提交的内容不对，请再试一次。', recover: 'retry', retryable: false },
  'input-too-large': { sentence: '提交的内容太大了。', recover: 'none', retryable: false },
  'not-signed-in': { sentence: '请在微信里打开小程序。', recover: 'none', retryable: false },
  forbidden: { sentence: '你没有权限这样做。', recover: 'none', retryable: false },
  internal: { sentence: '服务器出了点问题，再试一次吧。', recover: 'retry', retryable: true },
} as const satisfies Record<string, ErrorEntry>;

export interface ErrorEntry {
  readonly sentence: string;
  readonly recover: Recover;
  readonly retryable: boolean;
}

export type Recover = 'open-setting' | 'agree-privacy' | 'retry' | 'tap' | 'none';

export type ErrorCode = keyof typeof errorTable;

/** The failed half of every answer. `message` is English, for the developer. */
export interface CallFailure {
  readonly code: ErrorCode;
  readonly message: string;
  readonly retryable: boolean;
}

export type Answer<T> = { readonly ok: true; readonly data: T } | { readonly ok: false; readonly error: CallFailure };
