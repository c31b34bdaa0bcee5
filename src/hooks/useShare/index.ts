export { useShare, type Share, type UseShare } from './useShare';
export type { Updatable } from '../../wechat/share-menu';
