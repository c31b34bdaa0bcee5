/** `page`, `view`, `text`, `image`, `scroll-view`: what base library 3 gives them. */
export const contentStyles = `
wx-page {
  display: block;
  box-sizing: border-box;
  min-height: 100%;
  font-size: 16px;
  overflow-wrap: break-word;
}
[hidden] { display: none !important; }
wx-view { display: block; }
wx-text { white-space: pre-line; user-select: none; -webkit-user-select: none; }
wx-text[selectable], wx-text[user-select] { user-select: text; -webkit-user-select: text; }
wx-text[user-select] { display: inline-block; }
wx-text[overflow='ellipsis'] { display: block; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
wx-text[max-lines] { display: -webkit-box; overflow: hidden; white-space: pre-line; -webkit-box-orient: vertical;
  -webkit-line-clamp: var(--max-lines); }
wx-text[space='nbsp'], wx-text[space='ensp'], wx-text[space='emsp'] { white-space: pre-wrap; }
wx-image { display: inline-block; position: relative; width: 320px; height: 240px; overflow: hidden; }
wx-image > img { display: block; width: 100%; height: 100%; object-fit: fill; }
wx-image > img:not([src]) { visibility: hidden; }
wx-image[mode='aspectFit'] > img { object-fit: contain; }
wx-image[mode='aspectFill'] > img { object-fit: cover; }
wx-image[mode='widthFix'] { height: auto; }
wx-image[mode='widthFix'] > img { height: auto; }
wx-image[mode='heightFix'] { width: auto; }
wx-image[mode='heightFix'] > img { width: auto; }
wx-image[mode='top'] > img { object-fit: none; object-position: top; }
wx-image[mode='bottom'] > img { object-fit: none; object-position: bottom; }
wx-image[mode='center'] > img { object-fit: none; object-position: center; }
wx-image[mode='left'] > img { object-fit: none; object-position: left; }
wx-image[mode='right'] > img { object-fit: none; object-position: right; }
wx-image[mode='top left'] > img { object-fit: none; object-position: left top; }
wx-image[mode='top right'] > img { object-fit: none; object-position: right top; }
wx-image[mode='bottom left'] > img { object-fit: none; object-position: left bottom; }
wx-image[mode='bottom right'] > img { object-fit: none; object-position: right bottom; }
wx-scroll-view { display: block; width: 100%; overflow: hidden; position: relative; }
wx-scroll-view[scroll-y] { overflow-y: auto; overscroll-behavior-y: contain; }
wx-scroll-view[scroll-x] { overflow-x: auto; overscroll-behavior-x: contain; }
wx-scroll-view[enable-flex] { display: flex; }
wx-scroll-view::-webkit-scrollbar { display: none; }
.wx-refresher { display: flex; flex: none; align-items: center; justify-content: center; gap: 6px; width: 100%;
  overflow: hidden; }
.wx-refresher > i { width: 6px; height: 6px; border-radius: 50%; background: rgba(0, 0, 0, 0.4); }
.wx-refresher[data-dots='white'] > i { background: rgba(255, 255, 255, 0.8); }
.wx-refresher[data-dots='none'] > i { display: none; }
.wx-refresher.is-refreshing > i { animation: wx-refresher 1s infinite; }
.wx-refresher.is-refreshing > i:nth-child(2) { animation-delay: 0.2s; }
.wx-refresher.is-refreshing > i:nth-child(3) { animation-delay: 0.4s; }
@keyframes wx-refresher { 50% { opacity: 0.2; } }
wx-swiper { display: block; position: relative; height: 150px; overflow: hidden; }
wx-swiper-item { display: block; position: absolute; inset: 0; width: 100%; height: 100%; overflow: hidden;
  transition: transform var(--swiper-duration, 500ms); }
wx-swiper > .wx-swiper-dots { position: absolute; z-index: 1; display: flex; gap: 8px; bottom: 10px; left: 50%;
  transform: translateX(-50%); pointer-events: none; }
wx-swiper[vertical] > .wx-swiper-dots { flex-direction: column; left: auto; right: 10px; bottom: 50%;
  transform: translateY(50%); }
wx-swiper > .wx-swiper-dots > i { width: 8px; height: 8px; border-radius: 50%; background: var(--dot); }
wx-swiper > .wx-swiper-dots > i.on { background: var(--dot-on); }
wx-navigator { display: block; height: auto; width: auto; }
wx-cover-view { display: block; position: relative; line-height: 1.2; overflow: hidden; white-space: nowrap; }
wx-cover-image { display: block; width: auto; height: auto; }
wx-cover-image > img { display: block; width: 100%; height: 100%; }
wx-rich-text { display: block; user-select: none; -webkit-user-select: none; }
wx-rich-text[user-select] { user-select: text; -webkit-user-select: text; }
wx-rich-text[space='nbsp'], wx-rich-text[space='ensp'], wx-rich-text[space='emsp'] { white-space: pre-wrap; }
wx-label { display: inline; }
wx-form, wx-root-portal, wx-match-media { display: block; }
wx-movable-area, wx-movable-view { display: block; position: relative; width: 10px; height: 10px; }
wx-canvas { display: block; position: relative; width: 300px; height: 150px; }
wx-open-data > img { display: block; width: 100%; height: 100%; }
wx-page-meta, wx-navigation-bar { display: none; }
[hover='navigator-hover'] { background-color: rgba(0, 0, 0, 0.1); opacity: 0.7; }
.wx-not-offered { display: flex; align-items: center; justify-content: center; box-sizing: border-box; padding: 8px;
  width: 300px; height: 150px; border: 1px dashed #fa5151; color: #fa5151; background: rgba(250, 81, 81, 0.08);
  font-size: 12px; line-height: 1.5; text-align: center; }
`;
