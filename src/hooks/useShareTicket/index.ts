export { isFromGroup, shareTicketStore, useShareTicket, type UseShareTicket } from './useShareTicket';
export {
  createShareTicketStore,
  type Entry,
  type ShareTicketActions,
  type ShareTicketPorts,
  type ShareTicketStore,
} from './store';
