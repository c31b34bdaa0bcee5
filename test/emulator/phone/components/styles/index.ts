import { buttonStyles } from './button';
import { contentStyles } from './content';
import { formStyles } from './form';

/** The default styles of built-in components, for hosts named `wx-<tag>`; they stand before every style of the app. */
export const builtInStyles = contentStyles + buttonStyles + formStyles;
