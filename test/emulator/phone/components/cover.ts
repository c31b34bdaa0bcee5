import { builtIn } from './define';
import { Image, properties } from './image';
import { any, string, unheeded } from './properties';

const viewProperties = { scrollTop: unheeded(any()), markerId: unheeded(any()) };
const imageProperties = {
  ...properties,
  mode: unheeded(properties.mode),
  markerId: unheeded(any()),
  referrerPolicy: unheeded(string()),
};

/** WeChat: component/cover-view.md. Nothing here lies above the rest of the page, so it is a view. */
export const coverView = builtIn({ tag: 'cover-view', properties: viewProperties });
/** WeChat: component/cover-image.md. */
export const coverImage = builtIn({
  tag: 'cover-image',
  properties: imageProperties,
  part: Image,
});
