import { dialogStyles } from './dialogs';
import { frameStyles } from './frame';

/** What the view draws itself. None of it reaches into a page: apps have classes of the same names. */
export const viewStyles = `
html, body { height: 100%; margin: 0; }
@scope (:root) to (wx-page) {${frameStyles}${dialogStyles}}
`;
