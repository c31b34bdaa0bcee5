/** WeChat's updatable messages, as cloud calls (developers.weixin.qq.com: server/API/updatable-message). */
import * as v from 'valibot';
import { expiryOf } from '../../domain/activities/card-expiry';
import type { CardText, Publishing, Telling } from '../../domain/activities/publish';
import type { Card, Walk } from '../../domain/activities/walk';
import { asked } from '../../platform/cloud-call';
import { openapi } from '../../platform/sdk';
import { sdkFailure } from '../../platform/sdk-failure';
import { versionTypeOf } from './version-type';

const created = v.object({
  activityId: v.pipe(v.string(), v.minLength(1), v.maxLength(256)),
  // The SDK makes an object of a number that is too big for JavaScript.
  expirationTime: v.unknown(),
});

/** A new id for cards. Throws a CallError: `rate-limited`, `cloud-error`. */
export async function createActivityId(): Promise<Pick<Card, 'activityId' | 'expiresAt'>> {
  const { activityId, expirationTime } = await asked(openapi.updatableMessage.createActivityId({}), created);
  // By the clock of now: WeChat made it after it was asked.
  return { activityId, expiresAt: expiryOf(expirationTime, Date.now()) };
}

/** Ms that WeChat gets for an answer: somebody waits for theirs meanwhile. */
const patience = 2_500;

/** Tells a card what the walk is. Never rejects. */
export const tell: Publishing['tell'] = async (card, text, walk) => {
  const asking = openapi.updatableMessage.setUpdatableMsg({
    activityId: card.activityId,
    targetState: text.state,
    templateInfo: { parameterList: parametersOf(text, walk) },
  });
  const told = asking.then(
    (): Telling => 'told',
    (thrown: unknown) => meaningOf(thrown, text),
  );
  return within(patience, told);
};

function parametersOf({ state, parameters }: CardText, { id }: Walk): CardText['parameters'] {
  if (state !== 1) return parameters;
  return [
    { name: 'path', value: `pages/activity/index?activity=${id}` },
    { name: 'version_type', value: versionTypeOf(process.env.CARD_VERSION_TYPE) },
  ];
}

/** Before WeChat is asked: no such API, no permission for it, not from here (WIRE: error table of wx-server-sdk). */
const refusedBefore: readonly (number | undefined)[] = [-604100, -604101, -604104];

/**
 * 47501 wrong activity_id, 47504 expired, 47502 a state that this card cannot take, 47001 wrong parameters. Any other
 * number of WeChat's own is a refusal. Of a timeout or a line that broke nobody knows whether the message lands.
 */
function meaningOf(thrown: unknown, { state }: CardText): Telling {
  const { errCode = 0 } = sdkFailure(thrown);
  if (errCode === 47504) return 'gone';
  // UNCONFIRMED whether WeChat says so of an id that no card has yet: the next card with it has to follow all the same.
  if (errCode === 47501) return 'unknown';
  if (errCode === 47502) return 'past';
  // The API's page lists states 0 and 1 only (UNCONFIRMED whether it takes 2): the card's 24 hours end it then.
  if (errCode === 47001 && state === 2) return 'past';
  return errCode > 0 || refusedBefore.includes(errCode) ? 'failed' : 'unanswered';
}

async function within(ms: number, told: Promise<Telling>): Promise<Telling> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<Telling>((resolve) => {
    timer = setTimeout(() => resolve('unanswered'), ms);
  });
  try {
    return await Promise.race([told, silence]);
  } finally {
    clearTimeout(timer);
  }
}
