export { boardOf, forgetGroups, receiveBoard, useGroup, whenLeft, type UseGroup } from './useGroup';
export { groupsStore, useGroups } from './useGroups';
export { createBoardStore, type BoardActions, type BoardPorts, type BoardState, type BoardStore } from './board-store';
export { createGroupsStore, type Group, type GroupsActions, type GroupsStore } from './groups-store';
export { ranking, type RankDay, type Row } from './ranking';
export type { Board } from '../../../cloud/contract/contract';
