import { connectControl } from '../control/client';

/** The local WeChat that served this page. */
export const control = connectControl(window.location.origin);
