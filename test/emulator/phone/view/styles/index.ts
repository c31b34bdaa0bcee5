import { dialogStyles } from './dialogs';
import { frameStyles } from './frame';

/** What the view draws itself; names do not meet the app's, whose rules hold inside pages only. */
export const viewStyles = frameStyles + dialogStyles;
