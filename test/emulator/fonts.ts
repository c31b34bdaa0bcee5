/**
 * Chinese for machines that have no font with it: the pages of the local WeChat bring Noto Sans SC, served by the
 * emulator. A browser loads only the pieces whose characters a page shows, and none where a family named before it has
 * them.
 */
import '@fontsource/noto-sans-sc/400.css';
import '@fontsource/noto-sans-sc/600.css';
