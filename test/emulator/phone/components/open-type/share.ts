import { describeTarget } from '../../engine/app-event';
import { crossAsJson } from '../../engine/json-crossing';
import type { OpenType } from '.';

/** Shares the page; no event of the button follows, and none says whether anything was sent (component/button.html). */
export const share: OpenType = (button) => {
  const target = crossAsJson(describeTarget(button.element)).value;
  return button.context.sharing.share({ from: 'button', target });
};
