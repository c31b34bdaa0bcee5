import type { Card, UpdatableCard } from '../../phone/bridge';

/** WeChat takes PNG and JPG. Source: framework page API, onShareAppMessage, imageUrl. */
const PICTURE = /^(data:image\/(png|jpe?g);base64,|https?:\/\/(?!tmp\/)|cloud:\/\/)/;
const SHOWN = 60;

/**
 * A card as it is kept: what WeChat knows of it and nothing else.
 * @throws TypeError that says what is wrong.
 */
export function checkedCard({ title, path, imageUrl, withShareTicket, updatable }: Card): Card {
  if (typeof title !== 'string') throw new TypeError(`the title of a card is a text, got ${typeof title}`);
  if (typeof path !== 'string') throw new TypeError(`the path of a card is a text, got ${typeof path}`);
  if (imageUrl !== undefined && !PICTURE.test(imageUrl)) {
    const given = imageUrl.slice(0, SHOWN);
    throw new TypeError(`the picture of a card is a PNG or JPG: a data URL, http(s):// or cloud://, got '${given}'`);
  }
  return {
    title,
    path,
    withShareTicket: withShareTicket === true,
    ...(imageUrl !== undefined && { imageUrl }),
    ...(updatable !== undefined && { updatable: checkedUpdatable(updatable) }),
  };
}

function checkedUpdatable({ activityId, templateId, parameters }: UpdatableCard): UpdatableCard {
  if (typeof activityId !== 'string' || activityId === '') throw new TypeError('an updatable card has an activityId');
  for (const { name, value } of parameters) {
    if (typeof name !== 'string' || typeof value !== 'string')
      throw new TypeError(`name and value of a template's parameter are texts, got ${JSON.stringify({ name, value })}`);
  }
  const copies = parameters.map(({ name, value }) => ({ name, value }));
  return { activityId, parameters: copies, ...(templateId !== undefined && { templateId }) };
}

/**
 * The same card, sent on by a long press. UNCONFIRMED whether an updatable card stays one: here it does not.
 * @throws Error for a card with a ticket: WeChat does not offer to send it on.
 */
export function forwarded({ title, path, imageUrl, withShareTicket }: Card): Card {
  if (withShareTicket) throw new Error('该消息不支持转发 (a card that was shared with a ticket cannot be forwarded)');
  return { title, path, withShareTicket: false, ...(imageUrl !== undefined && { imageUrl }) };
}
