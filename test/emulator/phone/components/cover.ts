import { builtIn } from './define';
import { Image, properties } from './image';
import { any, string } from './properties';

const viewProperties = { scrollTop: any(), markerId: any() };
const imageProperties = { ...properties, markerId: any(), referrerPolicy: string() };

/** WeChat: component/cover-view.md. Nothing here lies above the rest of the page, so it is a view. */
export const coverView = builtIn({ tag: 'cover-view', properties: viewProperties });
/** WeChat: component/cover-image.md. */
export const coverImage = builtIn({
  tag: 'cover-image',
  properties: imageProperties,
  part: Image,
});
